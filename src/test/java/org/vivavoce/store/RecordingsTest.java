package org.vivavoce.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordingsTest {

    private static final String PLANTED = "plantedxylophone";

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Store store;
    private Path sound;
    private Recordings recordings;

    @BeforeEach
    void open() {
        store = Kept.open(folder);
        sound = folder.resolve("recordings");
        recordings = new Recordings(store, sound);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SessionId record(int number) throws StoreException, IOException {
        SessionWriter writer = new BackgroundWriting(store, Runnable::run, new Loud()).begin(Kept.session(number));
        writer.history(List.of(Message.partner("Hello."), Message.user("Hi.")), Told.spoken(Duration.ofSeconds(1)));
        OptionalInt position = writer.position(1);
        assertEquals(OptionalInt.of(1), position);
        writer.utterance(position, PLANTED + ".ogg", Duration.ofMillis(300), Duration.ofSeconds(2));
        Path own = Files.createDirectories(sound.resolve(writer.id().text()));
        Files.writeString(own.resolve(PLANTED + ".ogg"), PLANTED.repeat(20));
        return writer.id();
    }

    private void leaveUnsent(SessionId session) throws IOException {
        Path own = Files.createDirectories(Recordings.unsent(sound, session.text()));
        Files.writeString(own.resolve("a.wav"), PLANTED);
    }

    private List<String> traces() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(RecordingsTest::holdsPlanted).map(Path::toString).toList();
        }
    }

    private static boolean holdsPlanted(Path file) {
        try {
            return file.toString().contains(PLANTED)
                    || Files.readString(file, StandardCharsets.ISO_8859_1).contains(PLANTED.substring(0, 9));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRecordingIsKeptWithItsMessage() throws Exception {
        StoredUtterance kept = Kept.read(store, record(1)).utterances().getFirst();

        assertEquals(new StoredUtterance(OptionalInt.of(1), PLANTED + ".ogg", Duration.ofMillis(300),
                Duration.ofSeconds(2)), kept);
        assertEquals(20L * PLANTED.length(), Recordings.bytes(sound));
    }

    @Test
    void allSoundGoesForGoodAndWhatWasSaidStays() throws Exception {
        SessionId one = record(1);
        record(2);
        leaveUnsent(one);
        assertFalse(traces().isEmpty());

        recordings.deleteAll();

        assertEquals(List.of(), traces());
        assertEquals(0, Recordings.bytes(sound));
        assertEquals(2, Kept.read(store, one).messages().size());
        assertEquals(List.of(), Kept.read(store, one).utterances());
        recordings.deleteAll(); // where nothing is, nothing is to be deleted
    }

    @Test
    void soundThatIsTooOldGoesAndTheRestStays() throws Exception {
        SessionId old = record(1);
        SessionId young = record(20);
        leaveUnsent(old);
        leaveUnsent(young);
        SessionId unrecorded = Kept.keep(store, Kept.session(2), "Hi.");
        leaveUnsent(unrecorded);

        assertEquals(2, recordings.deleteBegunBefore(Kept.session(10).started()));

        assertFalse(Files.exists(sound.resolve(old.text())));
        assertFalse(Files.exists(Recordings.unsent(sound, old.text())));
        assertFalse(Files.exists(Recordings.unsent(sound, unrecorded.text())));
        assertTrue(Files.exists(Recordings.unsent(sound, young.text())));
        assertEquals(List.of(), Kept.read(store, old).utterances());
        assertEquals(2, Kept.read(store, old).messages().size());
        assertTrue(Files.exists(sound.resolve(young.text()).resolve(PLANTED + ".ogg")));
        assertEquals(1, Kept.read(store, young).utterances().size());
        assertEquals(0, recordings.deleteBegunBefore(Kept.session(10).started()));
    }

    @Test
    void ofADeletedSessionNoSoundIsLeft() throws Exception {
        SessionId id = record(1);
        leaveUnsent(id);

        new Deletion(store, sound).forGood(List.of(id));

        assertEquals(List.of(), traces());
    }

    @Test
    void aCopyOfTheStoreIsWholeAndHoldsAll() throws Exception {
        SessionId id = record(1);
        Path copy = folder.resolve("copy.db");

        store.copyTo(copy);

        assertEquals(KeptFile.State.WHOLE, KeptFile.look(copy));
        try (Store copied = Store.open(copy, Kept.CLOCK).store().orElseThrow()) {
            assertEquals(Kept.read(store, id), Kept.read(copied, id));
        }
    }

    @Test
    void aFileThatIsOpenIsKnownToBe() throws Exception {
        record(1);
        Path file = Kept.file(folder);
        assertTrue(KeptFile.isOpen(file));

        store.close();

        assertFalse(KeptFile.isOpen(file));
        assertFalse(Files.exists(folder.resolve("vivavoce.db-wal")));
        assertFalse(KeptFile.isOpen(folder.resolve("none.db")));
        open();
        assertEquals(1, new Sessions(store).count(SessionQuery.ALL));
    }

    @Test
    void whatIsNoStoreIsBroken() throws Exception {
        Path file = folder.resolve("other.db");
        assertEquals(KeptFile.State.BROKEN, KeptFile.look(file));
        Files.writeString(file, "no database at all, but long enough to be looked into ".repeat(20));
        assertEquals(KeptFile.State.BROKEN, KeptFile.look(file));
        assertFalse(KeptFile.isOpen(file));
    }
}
