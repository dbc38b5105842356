package org.vivavoce.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeletionTest {

    private static final String PLANTED = "plantedxylophone";

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Store store;
    private Deletion deletion;

    @BeforeEach
    void open() {
        store = Kept.open(folder);
        deletion = new Deletion(store, folder.resolve("recordings"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The files that hold the planted word, or a good part of it. */
    private List<String> traces() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
                if (bytes.contains(PLANTED.substring(0, 9)) || bytes.contains(PLANTED.substring(7))) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }

    /** Many conversations, each long enough to fill pages; those to be deleted are full of the planted word. */
    private List<SessionId> fill(Random random) throws StoreException {
        List<SessionId> planted = new ArrayList<>();
        for (int session = 0; session < 40; session++) {
            boolean plant = random.nextInt(3) == 0;
            SessionWriter writer = new BackgroundWriting(store, Runnable::run, new Loud())
                    .begin(Kept.session(session));
            List<Message> said = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String word = plant ? PLANTED + i : "harmless" + random.nextInt(500);
                said.add(Message.partner((word + " and more of it ").repeat(1 + random.nextInt(40))));
                writer.history(said, Told.spoken(Duration.ofSeconds(i)));
                if (random.nextInt(4) == 0) {
                    said.set(i, Message.interruptedPartner(word));
                    writer.history(said, Told.spoken(Duration.ofSeconds(i)));
                }
            }
            if (plant) {
                planted.add(Kept.id(session));
                new Sessions(store).rename(Kept.id(session), PLANTED + " of a title");
                new Sessions(store).tag(Kept.id(session), List.of(PLANTED));
            }
        }
        return planted;
    }

    @Test
    void nothingOfWhatWasDeletedIsLeftInAnyFile() throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            List<SessionId> planted = fill(new Random(seed));
            assertFalse(traces().isEmpty());

            deletion.forGood(planted);

            assertEquals(List.of(), traces(), "seed " + seed);
            assertEquals(40 - planted.size(), new Sessions(store).count(SessionQuery.ALL));
            assertEquals(List.of(), new MessageSearch(store).find(PLANTED, SessionQuery.ALL, 10));
            assertEquals(Optional.empty(), store.check());
            deletion.begunBefore(Kept.START.plus(Duration.ofDays(30)));
            assertEquals(0, new Sessions(store).count(SessionQuery.ALL));
        }
    }

    @Test
    void theFileGrowsSmaller() throws Exception {
        fill(new Random(1));
        deletion.forGood(List.of(Kept.id(0)));
        long before = Files.size(Kept.file(folder));

        deletion.begunBefore(Kept.session(35).started());

        assertTrue(Files.size(Kept.file(folder)) < before / 2);
        assertEquals(0L, store.<Long>read(connection -> Sql.number(connection, "PRAGMA freelist_count")).longValue());
    }

    @Test
    void itsRecordingsGoAndThoseOfOthersStay() throws Exception {
        Kept.keep(store, Kept.session(1), "Hello.");
        Kept.keep(store, Kept.session(2), "Hello.");
        for (int i = 1; i <= 2; i++) {
            Path recordings = folder.resolve("recordings").resolve(Kept.id(i).text()).resolve("partner");
            Files.createDirectories(recordings);
            Files.writeString(recordings.resolve("1.opus"), "sound");
        }

        deletion.forGood(List.of(Kept.id(1), Kept.id(9)));

        try (Stream<Path> left = Files.list(folder.resolve("recordings"))) {
            assertEquals(List.of(Kept.id(2).text()), left.map(each -> String.valueOf(each.getFileName())).toList());
        }
        assertTrue(Files.exists(folder.resolve("recordings").resolve(Kept.id(2).text()).resolve("partner/1.opus")));
    }

    @Test
    void anIdeaOutlivesItsSession() throws Exception {
        Kept.keep(store, Kept.session(1), "Hello.");
        Ideas ideas = new Ideas(store);
        ideas.save(Optional.of(Kept.id(1)), "Read about locks", Kept.START);

        deletion.forGood(List.of(Kept.id(1)));

        Idea left = ideas.list().getFirst();
        assertEquals("Read about locks", left.text());
        assertEquals(Optional.empty(), left.session());
    }

    @Test
    void copiesOfEarlierVersionsGoToo() throws Exception {
        Path copy = folder.resolve("vivavoce.db.version-1");
        Files.writeString(copy, PLANTED);
        Kept.keep(store, Kept.session(1), "Hello.");

        deletion.forGood(List.of(Kept.id(1)));

        assertFalse(Files.exists(copy));
    }

    @Test
    void onlyWhatWasBegunBeforeGoes() throws Exception {
        for (int i = 0; i < 4; i++) {
            Kept.keep(store, Kept.session(i), "Hello.");
        }

        assertEquals(2, deletion.begunBefore(Kept.session(2).started()));
        assertEquals(0, deletion.begunBefore(Kept.session(2).started()));

        assertEquals(List.of(Kept.id(3), Kept.id(2)),
                new Sessions(store).list(SessionQuery.ALL, 0, 9).stream().map(SessionRecord::id).toList());
    }

    @Test
    void whereAnotherProgramReadsItIsToldThatTracesAreLeft() throws Exception {
        store.close();
        store = Store.open(Kept.file(folder), Kept.CLOCK, Duration.ofMillis(20)).store().orElseThrow();
        deletion = new Deletion(store, folder.resolve("recordings"));
        Kept.keep(store, Kept.session(1), PLANTED);
        try (Connection other = Connections.reading(Kept.file(folder), Duration.ZERO)) {
            Sql.run(other, "BEGIN");
            Sql.number(other, "SELECT count(*) FROM sessions");

            StoreException thrown = assertThrows(StoreException.class, () -> deletion.forGood(List.of(Kept.id(1))));

            assertEquals(StoreProblem.tracesLeft(Kept.file(folder)), thrown.problem());
            assertEquals(0, new Sessions(store).count(SessionQuery.ALL));
        }
        store.close();
        assertEquals(List.of(), traces());
    }
}
