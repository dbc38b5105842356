package org.vivavoce.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of a file that is opened, whatever it is. */
class StoreTest {

    private static final Duration PATIENCE = Duration.ofMillis(20);

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Path file() {
        return Kept.file(folder);
    }

    private Store.Opening open() {
        return Store.open(file(), Kept.CLOCK, PATIENCE);
    }

    private StoreProblem problemWithoutStore() {
        Store.Opening opening = open();
        assertEquals(Optional.empty(), opening.store());
        return opening.problem().orElseThrow();
    }

    @Test
    void aNewStoreIsMadeWithItsFolderAndKeepsWhatItIsGiven() throws Exception {
        Path deep = folder.resolve("a").resolve("b ü %20").resolve("vivavoce.db");
        Store.Opening opening = Store.open(deep, Kept.CLOCK);
        assertEquals(Optional.empty(), opening.problem());
        try (Store store = opening.store().orElseThrow()) {
            Kept.keep(store, Kept.session(1), "Hello.", "Hi!");
        }

        try (Store again = Store.open(deep, Kept.CLOCK).store().orElseThrow()) {
            assertEquals(List.of(Message.user("Hello."), Message.partner("Hi!")),
                    Kept.read(again, Kept.id(1)).history());
            assertEquals(Optional.empty(), again.check());
        }
        assertTrue(Files.exists(deep), "by the name it was given");
    }

    @Test
    void itIsNobodyElsesToRead() throws Exception {
        Assumptions.assumeTrue(file().getFileSystem().supportedFileAttributeViews().contains("posix"),
                "no such permissions on this system");
        try (Store store = Kept.open(folder)) {
            Kept.keep(store, Kept.session(1), "Hello.");
            store.write(connection -> Sql.update(connection, "DROP TABLE ideas"));
            store.write(connection -> Sql.update(connection, "ALTER TABLE messages DROP COLUMN silence_ms"));
            store.write(connection -> Sql.update(connection, "PRAGMA user_version = 2"));
            open().store().orElseThrow().close();
            for (String end : List.of("", "-wal", ".version-2")) {
                Path each = file().resolveSibling("vivavoce.db" + end);
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)), end);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aStoreOfAnEarlierVersionIsCopiedAndBroughtUpToDate(int version) throws Exception {
        try (Connection connection = Connections.writing(file(), PATIENCE)) {
            Migrations.apply(connection, version);
            SessionRows.insert(connection, Kept.session(1), Optional.empty());
            Sql.update(connection, """
                    INSERT INTO messages (session, position, role, text, interrupted, said_ms, full_length, typed)
                    VALUES (?, 0, 'user', 'An earlier sentence.', 0, 0, 20, 0)
                    """, Kept.id(1));
        }

        Store.Opening opening = open();

        assertEquals(Optional.empty(), opening.problem());
        try (Store store = opening.store().orElseThrow()) {
            assertEquals(Migrations.newest(), store.read(Migrations::versionOf));
            assertEquals(1, new MessageSearch(store).find("earlier", SessionQuery.ALL, 10).size());
            new Ideas(store).save(Optional.of(Kept.id(1)), "An idea.", Kept.START);
            assertEquals(Optional.empty(), store.check());
        }
        try (Connection copy = Connections.writing(folder.resolve("vivavoce.db.version-" + version), PATIENCE)) {
            assertEquals(version, Migrations.versionOf(copy));
            assertEquals("An earlier sentence.", Sql.text(copy, "SELECT text FROM messages"));
        }
    }

    @Test
    void aNewStoreLeavesNoCopy() throws Exception {
        Kept.open(folder).close();
        Kept.open(folder).close();

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void aStoreOfANewerVersionIsLeftAsItIs() throws Exception {
        try (Store store = Kept.open(folder)) {
            store.write(connection -> Sql.update(connection, "PRAGMA user_version = 99"));
        }
        byte[] before = Files.readAllBytes(file());

        StoreProblem problem = problemWithoutStore();

        assertEquals(StoreProblem.Kind.NEWER, problem.kind());
        assertEquals("Your conversations in " + file() + " were kept by a newer version of the program: start that one "
                + "to see them; until then you can talk, but nothing is kept.", problem.sentence());
        assertArrayEquals(before, Files.readAllBytes(file()));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void aNewerVersionIsAlsoSeenWhereItWasKilled() throws Exception {
        try (Store store = Kept.open(folder)) {
            store.write(connection -> Sql.update(connection, "PRAGMA user_version = 99")); // in the -wal file so far

            assertEquals(StoreProblem.Kind.NEWER, problemWithoutStore().kind());
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    /** Makes a broken file of a whole one. */
    interface Damage {
        byte[] of(byte[] whole);
    }

    private static List<Damage> damages() {
        return List.of(_ -> random(50_000), _ -> random(2), _ -> "no database".getBytes(StandardCharsets.UTF_8),
                whole -> Arrays.copyOf(whole, whole.length / 2), whole -> Arrays.copyOf(whole, 5000),
                whole -> Arrays.copyOf(whole, 50), whole -> {
                    byte[] garbled = whole.clone();
                    System.arraycopy(random(whole.length - 4096), 0, garbled, 4096, whole.length - 4096);
                    return garbled;
                });
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aBrokenFileIsSetAsideAndANewOneBegun(Damage damage) throws Exception {
        try (Store store = Kept.open(folder)) {
            Kept.keep(store, Kept.session(1), "Hello.");
        }
        byte[] broken = damage.of(Files.readAllBytes(file()));
        Files.write(file(), broken);

        Store.Opening opening = open();

        assertEquals("The file with your conversations was damaged, so a new one was begun: the old one was kept as "
                + "vivavoce.db.broken-2026-11-21.", opening.problem().orElseThrow().sentence());
        try (Store store = opening.store().orElseThrow()) {
            assertEquals(0, new Sessions(store).count(SessionQuery.ALL));
            Kept.keep(store, Kept.session(2), "Hello again.");
        }
        assertArrayEquals(broken, Files.readAllBytes(folder.resolve("vivavoce.db.broken-2026-11-21")));
        try (Store again = Kept.open(folder)) {
            assertEquals(1, new Sessions(again).count(SessionQuery.ALL));
        }
    }

    @Test
    void asManyBrokenFilesAsThereAreAreKept() throws Exception {
        for (int i = 0; i < 3; i++) {
            Files.write(file(), random(2000 + i));
            open().store().orElseThrow().close();
        }

        assertEquals(2000, Files.size(folder.resolve("vivavoce.db.broken-2026-11-21")));
        assertEquals(2001, Files.size(folder.resolve("vivavoce.db.broken-2026-11-21-2")));
        assertEquals(2002, Files.size(folder.resolve("vivavoce.db.broken-2026-11-21-3")));
    }

    @Test
    void theFileOfAnotherProgramIsSetAside() throws Exception {
        try (Connection connection = Connections.writing(file(), PATIENCE)) {
            Sql.run(connection, "CREATE TABLE sessions (name TEXT)");
        }

        assertEquals(StoreProblem.Kind.BROKEN, open().problem().orElseThrow().kind());
        assertTrue(Files.exists(folder.resolve("vivavoce.db.broken-2026-11-21")));
    }

    @Test
    void whereAStepFailsTheFileStaysWhereItIsAndAsItWas() throws Exception {
        try (Connection connection = Connections.writing(file(), PATIENCE)) {
            Migrations.apply(connection, 2);
            Sql.run(connection, "CREATE TABLE ideas (in_the_way TEXT)");
        }

        assertEquals(StoreProblem.Kind.UNREADABLE, problemWithoutStore().kind());

        try (Connection connection = Connections.writing(file(), PATIENCE)) {
            assertEquals(2, Migrations.versionOf(connection));
        }
        assertTrue(Files.exists(folder.resolve("vivavoce.db.version-2")));
    }

    @Test
    void aDamagedIndexOfWordsIsMadeAnewAndNothingIsLost() throws Exception {
        for (boolean writeFirst : List.of(true, false)) {
            try (Store store = Kept.open(folder)) {
                Kept.keep(store, Kept.session(writeFirst ? 1 : 3), "An earlier sentence.");
                String damaged = "UPDATE message_words_data SET block = x'00'" + (writeFirst ? "" : " WHERE id > 10");
                store.write(connection -> Sql.update(connection, damaged));
            }
            Store.Opening opening = open();
            assertEquals(Optional.empty(), opening.problem());
            try (Store store = opening.store().orElseThrow()) {
                if (writeFirst) {
                    Kept.keep(store, Kept.session(2), "A later sentence.");
                }
                assertEquals(writeFirst ? 2 : 3,
                        new MessageSearch(store).find("sentence", SessionQuery.ALL, 10).size());
            }
        }
    }

    @Test
    void anEmptyFileIsANewStore() throws IOException {
        Files.createFile(file());

        assertEquals(Optional.empty(), open().problem());
    }

    @Test
    void aFileThatAnotherProgramHoldsIsToldAndOpensWhenItIsFree() throws Exception {
        Kept.open(folder).close();
        try (Connection other = Connections.writing(file(), PATIENCE)) {
            Sql.text(other, "PRAGMA locking_mode = EXCLUSIVE");
            Sql.run(other, "BEGIN EXCLUSIVE");

            StoreProblem problem = problemWithoutStore();

            assertEquals(StoreProblem.Kind.LOCKED, problem.kind());
            assertEquals("Another program holds the file with your conversations, " + file()
                    + ": close it and start this one again; until then you can talk, but nothing is kept.",
                    problem.sentence());
        }
        assertEquals(Optional.empty(), open().problem());
    }

    @Test
    void twoOfThisProgramShareOneFile() throws Exception {
        try (Store one = Kept.open(folder); Store other = Kept.open(folder)) {
            Kept.keep(one, Kept.session(1), "From one.");
            Kept.keep(other, Kept.session(2), "From the other.");

            assertEquals(2, new Sessions(one).count(SessionQuery.ALL));
            assertEquals(2, new Sessions(other).count(SessionQuery.ALL));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.createFile(folder.resolve("file"));
        Path impossible = folder.resolve("file").resolve("vivavoce.db");

        Store.Opening opening = Store.open(impossible, Kept.CLOCK, PATIENCE);

        assertEquals(Optional.empty(), opening.store());
        assertEquals(StoreProblem.unreadable(impossible), opening.problem().orElseThrow());
    }

    @Test
    void aFolderInPlaceOfTheFileIsToldAndLeft() throws IOException {
        Files.createDirectory(file());

        assertEquals(StoreProblem.Kind.UNREADABLE, problemWithoutStore().kind());
        assertTrue(Files.isDirectory(file()));
    }

    @Test
    void whatIsClosedSaysSoAndBreaksNothing() throws Exception {
        Store store = Kept.open(folder);
        store.close();
        store.close();

        assertThrows(StoreException.class, () -> new Sessions(store).count(SessionQuery.ALL));
        assertThrows(StoreException.class, () -> Kept.keep(store, Kept.session(1), "Too late."));
    }

    @Test
    void noProblemRepeatsWhatWasSaid() throws Exception {
        try (Store store = Kept.open(folder)) {
            StoreException thrown = assertThrows(StoreException.class,
                    () -> store.read(connection -> Sql.query(connection, "SELECT planted-phrase", row -> 0)));

            assertFalse((thrown.getMessage() + thrown + thrown.problem() + thrown.getCause()).contains("planted"));
        }
    }

    @Test
    void whatFailsHalfwayNeverWas() throws Exception {
        try (Store store = Kept.open(folder)) {
            assertThrows(SQLException.class, () -> {
                try (Connection connection = Connections.writing(file(), PATIENCE)) {
                    Transaction.write(connection, each -> {
                        SessionRows.insert(each, Kept.session(1), Optional.empty());
                        throw new SQLException("the disk is gone");
                    });
                }
            });

            assertEquals(0, new Sessions(store).count(SessionQuery.ALL));
        }
    }
}
