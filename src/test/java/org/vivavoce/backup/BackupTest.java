package org.vivavoce.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.practice.Message;
import org.vivavoce.settings.DataFolder;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final String ASIDE = "before-restore-2026-11-22";
    private static final String DAMAGED = "Nothing was restored: this backup is damaged, or was changed by another program.";

    @TempDir
    Path disk = Path.of("set by JUnit");

    private DataFolder folder(String name) {
        return DataFolder.open(disk.resolve(name));
    }

    private Path file() {
        return disk.resolve("backup.zip");
    }

    private static SessionId id(int number) {
        return new SessionId("019aa123-0000-7000-8000-00000000000" + number);
    }

    private static void keep(DataFolder folder, int number, String words) throws StoreException {
        try (Store store = open(folder)) {
            StoredMessage said = new StoredMessage(0, Message.user(words), Duration.ZERO, words.length(), false);
            SessionRecord session = new SessionRecord(
                    new NewSession(id(number), "chat", "Free chat", "en", CLOCK.instant()), Optional.empty(), "",
                    List.of(), 1, Duration.ZERO);
            new Sessions(store).add(new StoredSession(session, List.of(said), List.of(), List.of(), Optional.empty()));
        }
    }

    private static Store open(DataFolder folder) {
        return Store.open(folder.database(), CLOCK).store().orElseThrow();
    }

    private static List<SessionId> kept(DataFolder folder) throws StoreException {
        try (Store store = open(folder)) {
            return new Sessions(store).list(SessionQuery.ALL, 0, 10).stream().map(SessionRecord::id).toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    /** All that can be in a data folder. */
    private DataFolder full() throws Exception {
        DataFolder folder = folder("full");
        keep(folder, 1, "I build bridges.");
        write(folder.settingsFile(), "language = \"es\"\n");
        write(folder.learnedFile(), "a = 1\n");
        write(folder.spentFile(), "b = 1\n");
        write(folder.modes().resolve("mine.toml"), "id = \"mine\"\n");
        write(folder.recordings().resolve(id(1).text()).resolve("1-you.ogg"), "sound");
        write(folder.recordings().resolve("unsent").resolve("2.wav"), "unsent sound");
        write(folder.keyFile(), "openai = secret-key");
        write(folder.path().resolve(".env"), "OPENAI_API_KEY=secret-key");
        write(folder.logs().resolve("vivavoce.log"), "log");
        return folder;
    }

    private void backUp(DataFolder folder) throws Exception {
        try (Store store = open(folder)) {
            new BackupWriting(folder, store, CLOCK).write(file());
        }
    }

    /** The files of a folder and what is in them, those of the database and of what was kept aside left out. */
    private static Map<String, String> texts(DataFolder folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.path())) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String name = folder.path().relativize(each).toString();
                if (!name.startsWith("vivavoce.db") && !name.startsWith("before-restore")) {
                    texts.put(name, Files.readString(each, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts;
    }

    private String refused(DataFolder folder) throws IOException {
        Map<String, String> before = texts(folder);
        String sentence = assertThrows(BackupException.class, () -> new BackupReading(folder).prepare(file()))
                .sentence();
        assertEquals(before, texts(folder), "nothing is changed");
        assertEquals(Optional.empty(), new BackupSwap(folder, CLOCK).finish());
        return sentence;
    }

    @Test
    void everythingComesBackExceptKeysAndLogs() throws Exception {
        DataFolder full = full();
        backUp(full);
        DataFolder empty = folder("empty");

        new BackupReading(empty).prepare(file());
        assertFalse(Files.exists(empty.database()), "it is only made ready");
        Optional<String> done = new BackupSwap(empty, CLOCK).finish();

        assertEquals(Optional.of("The backup was restored. What was here before is kept in "
                + empty.path().resolve(ASIDE) + "."), done);
        Map<String, String> wanted = texts(full);
        wanted.keySet().removeAll(List.of("keys", ".env", "logs/vivavoce.log"));
        assertEquals(wanted, texts(empty));
        assertEquals(List.of(id(1)), kept(empty));
        assertEquals(Optional.empty(), new BackupSwap(empty, CLOCK).finish(), "it is done once");
    }

    @Test
    void noKeyIsInABackup() throws Exception {
        backUp(full());

        try (ZipFile zip = new ZipFile(file().toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (var in = Objects.requireNonNull(zip.getInputStream(entry))) {
                    assertFalse(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("secret-key"),
                            entry.getName());
                }
            }
        }
    }

    @Test
    void whatWasThereIsKeptAside() throws Exception {
        backUp(full());
        DataFolder other = folder("other");
        keep(other, 2, "I dig tunnels.");
        write(other.settingsFile(), "language = \"de\"\n");
        write(other.keyFile(), "openai = another");

        new BackupReading(other).prepare(file());
        new BackupSwap(other, CLOCK).finish();

        assertEquals(List.of(id(1)), kept(other));
        assertEquals("openai = another", Files.readString(other.keyFile()), "keys stay");
        DataFolder aside = folder("other/" + ASIDE);
        assertEquals(List.of(id(2)), kept(aside));
        assertEquals("language = \"de\"\n", Files.readString(aside.settingsFile()));
    }

    @Test
    void aSecondOneOfTheSameDayGoesIntoAFolderOfItsOwn() throws Exception {
        DataFolder full = full();
        backUp(full);
        for (String aside : List.of(ASIDE, ASIDE + "-2")) {
            new BackupReading(full).prepare(file());
            new BackupSwap(full, CLOCK).finish();
            assertTrue(Files.exists(full.path().resolve(aside).resolve("vivavoce.db")), aside);
        }
    }

    @Test
    void whileTheProgramRunsItWaits() throws Exception {
        DataFolder full = full();
        backUp(full);
        new BackupReading(full).prepare(file());
        try (Store store = open(full)) {
            assertEquals(
                    Optional.of("The backup waits to be restored, as Viva Voce is open a second time: close it and "
                            + "start it again."),
                    new BackupSwap(full, CLOCK).finish());
            assertEquals(1, new Sessions(store).count(SessionQuery.ALL));
        }
        assertTrue(new BackupSwap(full, CLOCK).finish().orElse("").startsWith("The backup was restored."));
    }

    @Test
    void aRestoreThatWasBrokenOffGoesOn() throws Exception {
        DataFolder full = full();
        backUp(full);
        new BackupReading(full).prepare(file());
        Path ready = BackupSwap.ready(full);
        Path aside = Files.createDirectory(full.path().resolve(ASIDE));
        Files.writeString(ready.resolve("aside.txt"), ASIDE);
        Files.move(full.database(), aside.resolve("vivavoce.db"));

        assertTrue(new BackupSwap(full, CLOCK).finish().orElse("").endsWith(aside + "."));

        assertEquals(List.of(id(1)), kept(full));
        assertTrue(Files.exists(aside.resolve("settings.toml")));
    }

    @Test
    void whatIsNoBackupIsTold() throws Exception {
        DataFolder folder = full();
        Files.writeString(file(), "no archive");
        assertEquals(DAMAGED, refused(folder));
        rewrite(Map.of("readme.txt", "hello"));
        assertEquals("Nothing was restored: this file is no backup of Viva Voce.", refused(folder));
        rewrite(Map.of("backup.json", "{\"format\": \"something else\"}"));
        assertEquals("Nothing was restored: this file is no backup of Viva Voce.", refused(folder));
        rewrite(Map.of("backup.json", "{"));
        assertEquals(DAMAGED, refused(folder));
        rewrite(Map.of("backup.json", "{\"format\": \"viva-voce-backup\", \"version\": 2}"));
        assertEquals("Nothing was restored: this backup was made by a newer version of Viva Voce.", refused(folder));
        Files.delete(file());
        assertTrue(refused(folder).contains(file().toString()));
    }

    private void rewrite(Map<String, String> texts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file()); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> each : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /** Writes the backup anew, with one more file, or with other bytes in one. */
    private void change(String name, UnaryOperator<byte[]> bytes) throws IOException {
        Path changed = disk.resolve("changed.zip");
        try (ZipFile zip = new ZipFile(file().toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.getName().equals(name)).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (var in = Objects.requireNonNull(zip.getInputStream(entry))) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
            ZipEntry old = zip.getEntry(name);
            out.putNextEntry(new ZipEntry(name));
            if (old == null) {
                out.write(bytes.apply(new byte[0]));
            } else {
                try (var in = Objects.requireNonNull(zip.getInputStream(old))) {
                    out.write(bytes.apply(in.readAllBytes()));
                }
            }
            out.closeEntry();
        }
        Files.move(changed, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.toml", "/etc/passwd", "modes/../../outside.toml", "recordings/../../x.ogg",
        "keys", ".env", "logs/vivavoce.log", "modes\\..\\x.toml", "recordings/a/..", "vivavoce.db-wal"})
    void aFileThatBelongsNowhereIsRefused(String name) throws Exception {
        DataFolder folder = full();
        backUp(folder);
        change(name, nothing -> "planted".getBytes(StandardCharsets.UTF_8));

        assertEquals(DAMAGED, refused(folder));
        assertFalse(Files.exists(disk.resolve("outside.toml")));
    }

    @Test
    void aDamagedFileOfConversationsIsFound() throws Exception {
        DataFolder folder = full();
        backUp(folder);
        change("vivavoce.db", bytes -> {
            byte[] damaged = bytes.clone();
            for (int i = 4096; i < Math.min(damaged.length, 40_000); i++) {
                damaged[i] = (byte) (i * 31);
            }
            return damaged;
        });

        assertEquals(DAMAGED, refused(folder));
        assertEquals(List.of(id(1)), kept(folder));
    }

    @Test
    void aTextThatIsFarTooLargeIsRefused() throws Exception {
        DataFolder folder = full();
        backUp(folder);
        change("settings.toml", bytes -> new byte[11_000_000]);

        assertEquals(DAMAGED, refused(folder));
    }

    @Test
    void whereItCannotBeWrittenNothingIsLeftAndWhatWasThereStays() throws Exception {
        DataFolder folder = full();
        Files.createDirectory(file());
        write(file().resolve("inside"), "x");
        try (Store store = open(folder)) {
            String sentence = assertThrows(BackupException.class,
                    () -> new BackupWriting(folder, store, CLOCK).write(file())).sentence();
            assertTrue(sentence.contains(file().toString()), sentence);
        }
        assertTrue(Files.exists(file().resolve("inside")));
        assertFalse(Files.exists(disk.resolve("backup.zip.part")));
        try (Stream<Path> left = Files.list(folder.path())) {
            assertTrue(left.noneMatch(each -> String.valueOf(each.getFileName()).startsWith("backup")));
        }
    }
}
