package org.vivavoce.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.History;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SessionWriterTest {

    private static final Duration PATIENCE = Duration.ofMillis(20);

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final StoreListener listener = new StoreListener() {
        @Override
        public void failed(StoreProblem problem) {
            told.add(problem.kind().toString());
        }

        @Override
        public void solved() {
            told.add("solved");
        }
    };

    private Store store;
    private BackgroundWriting writing;

    @BeforeEach
    void open() {
        store = Store.open(Kept.file(folder), Kept.CLOCK, PATIENCE).store().orElseThrow();
        writing = new BackgroundWriting(store, Runnable::run, listener);
    }

    @AfterEach
    void close() {
        writing.close();
        store.close();
    }

    private static Told at(int second) {
        return Told.spoken(Duration.ofSeconds(second));
    }

    private void write(SessionWriter session, int second, Message... messages) {
        session.history(List.of(messages), at(second));
    }

    private StoredSession read() throws StoreException {
        return Kept.read(store, Kept.id(1));
    }

    @Test
    void aSessionIsThereFromItsFirstMessageOnAndIsOpenUntilItEnds() throws Exception {
        SessionWriter session = writing.begin(Kept.session(1));
        session.cost(SessionCost.NONE);
        assertEquals(Optional.empty(), new Sessions(store).open(Kept.id(1)));

        write(session, 1, Message.partner("Hello!"));

        assertEquals(Kept.session(1), read().session().begun());
        assertEquals(Optional.empty(), read().session().ended(), "as it stays where the program is killed");
        Instant end = Kept.START.plusSeconds(5000);
        session.end(end);
        assertEquals(Optional.of(end), read().session().ended());
    }

    @Test
    void aSessionInWhichNothingWasSaidIsNotKept() throws Exception {
        SessionWriter session = writing.begin(Kept.session(1));
        session.end(Kept.START);

        assertEquals(0, new Sessions(store).count(SessionQuery.ALL));
    }

    @Test
    void theStoreFollowsTheHistory() throws Exception {
        SessionWriter session = writing.begin(Kept.session(1));
        History history = new History();
        history.add(Message.partner("What is a deadlock?"));
        session.history(history.messages(), at(1));
        history.add(Message.user("It is"));
        session.history(history.messages(), at(4));
        history.withdrawLast();
        session.history(history.messages(), at(5));
        history.add(Message.user("It is when two wait for one another."));
        session.history(history.messages(), Told.typed(Duration.ofSeconds(9)));
        history.add(Message.partner("Right. A tip: name the order of locks."));
        session.history(history.messages(), at(11));
        history.partnerWasHeard("Right. A");
        session.history(history.messages(), at(12));
        history.add(Message.interruptingUser("What order?"));
        session.history(history.messages(), at(13));

        StoredSession read = read();

        assertEquals(history.messages(), read.history());
        assertEquals(List.of(1L, 9L, 11L, 13L),
                read.messages().stream().map(each -> each.saidAt().toSeconds()).toList());
        assertEquals(List.of(false, true, false, false), read.messages().stream().map(StoredMessage::typed).toList());
        StoredMessage cut = read.messages().get(2);
        assertEquals(List.of(8, 38), List.of(cut.heardLength(), cut.fullLength()));
        assertEquals("What order?", read.messages().getLast().words());
        assertEquals(4, read.session().messages());
        assertEquals(Duration.ofSeconds(13), read.session().length());
        assertEquals(List.of(), new MessageSearch(store).find("interrupted", SessionQuery.ALL, 10));
        assertEquals(List.of(), new MessageSearch(store).find("tip", SessionQuery.ALL, 10), "it was never heard");
    }

    @Test
    void recordingsLatenciesAndCostAreKept() throws Exception {
        SessionWriter session = writing.begin(Kept.session(1));
        write(session, 1, Message.partner("Hello!"), Message.user("Hi."));
        session.utterance(1, "1.opus", Duration.ofMillis(500), Duration.ofMillis(700));
        session.utterance(7, "2.opus", Duration.ofMillis(1500), Duration.ofMillis(10));
        session.utterance(1, "1.opus", Duration.ofMillis(500), Duration.ofMillis(900));
        session.latency(Map.of("soft end", -250L, "first sound", 900L));
        session.latency(Map.of("first sound", 800L));
        session.cost(new SessionCost(OptionalLong.of(5), 1, 2, 3, Duration.ofSeconds(4)));
        session.cost(new SessionCost(OptionalLong.of(50), 10, 20, 30, Duration.ofSeconds(40)));

        StoredSession read = read();

        assertEquals(List.of(
                new StoredUtterance(OptionalInt.of(1), "1.opus", Duration.ofMillis(500), Duration.ofMillis(900)),
                new StoredUtterance(OptionalInt.empty(), "2.opus", Duration.ofMillis(1500), Duration.ofMillis(10))),
                read.utterances());
        assertEquals(List.of(new StoredLatency(1, Map.of("soft end", -250L, "first sound", 900L)),
                new StoredLatency(2, Map.of("first sound", 800L))), read.latencies());
        assertEquals(Optional.of(new SessionCost(OptionalLong.of(50), 10, 20, 30, Duration.ofSeconds(40))),
                read.cost());
    }

    @Test
    void aRecordingStaysWhenItsMessageIsTakenBack() throws Exception {
        SessionWriter session = writing.begin(Kept.session(1));
        write(session, 1, Message.partner("Hello!"), Message.user("I think"));
        session.utterance(1, "1.opus", Duration.ZERO, Duration.ofSeconds(1));

        write(session, 2, Message.partner("Hello!"));

        assertEquals(List.of(new StoredUtterance(OptionalInt.empty(), "1.opus", Duration.ZERO, Duration.ofSeconds(1))),
                read().utterances());
    }

    @Test
    void anEarlierSessionGoesOnAfterACrash() throws Exception {
        SessionWriter first = writing.begin(Kept.session(1));
        write(first, 60, Message.partner("Hello!"), Message.user("Hi."));
        first.latency(Map.of("first sound", 1L));
        first.cost(new SessionCost(OptionalLong.of(5), 1, 1, 1, Duration.ofSeconds(1)));
        store.close();
        open();

        SessionWriter second = writing.goOn(read());
        second.end(Kept.START.plusSeconds(100));
        History history = new History(read().history());
        history.add(Message.partner("Where were we?"));
        second.history(history.messages(), at(2));
        second.utterance(2, "2.opus", Duration.ofSeconds(3), Duration.ofSeconds(1));
        second.latency(Map.of("first sound", 2L));
        second.cost(new SessionCost(OptionalLong.empty(), 2, 2, 2, Duration.ofSeconds(2)));

        StoredSession read = read();
        assertEquals(history.messages(), read.history());
        assertEquals(Duration.ofSeconds(62), read.session().length(), "days between sittings do not count");
        assertEquals(Optional.empty(), read.session().ended(), "it goes on");
        assertEquals(Duration.ofSeconds(63), read.utterances().getFirst().saidAt());
        assertEquals(List.of(1, 2), read.latencies().stream().map(StoredLatency::turn).toList());
        assertEquals(Optional.of(new SessionCost(OptionalLong.empty(), 3, 3, 3, Duration.ofSeconds(3))), read.cost());
    }

    @Test
    void aConversationIsNotHeldUpAndWritesWhatWasToldLast() throws Exception {
        writing = new BackgroundWriting(store, later::add, listener);
        SessionWriter session = writing.begin(Kept.session(1));
        write(session, 1, Message.partner("Hello!"));
        write(session, 2, Message.partner("Hello!"), Message.user("Hi."));
        assertEquals(0, new Sessions(store).count(SessionQuery.ALL));

        assertEquals(1, later.size(), "one order, however much is told");
        later.remove().run();

        assertEquals(2, read().messages().size());
        assertEquals(Duration.ofSeconds(1), read().messages().getFirst().saidAt(), "when it was told");
        write(session, 3, Message.partner("Hello!"), Message.user("Hi."), Message.partner("How are you?"));
        later.remove().run();
        assertEquals(3, read().messages().size());
    }

    @Test
    void whatIsNotWrittenWhenTheProgramEndsIsWrittenByClosing() throws Exception {
        writing = new BackgroundWriting(store, _ -> {
            throw new RejectedExecutionException("closed");
        }, listener);
        SessionWriter session = writing.begin(Kept.session(1));
        write(session, 1, Message.partner("Hello!"));
        assertEquals(0, new Sessions(store).count(SessionQuery.ALL));

        writing.close();

        assertEquals(1, read().messages().size());
    }

    @Test
    void aFullDiskIsToldOnceAndNothingIsLostWhenThereIsRoomAgain() throws Exception {
        SessionWriter session = writing.begin(Kept.session(1));
        SessionWriter other = writing.begin(Kept.session(2));
        write(session, 1, Message.partner("Hello!"));
        long pages = store.read(connection -> Sql.number(connection, "PRAGMA page_count"));
        store.write(connection -> Sql.number(connection, "PRAGMA max_page_count = " + pages));
        String longText = "A long sentence about a full disk. ".repeat(1000);

        write(session, 2, Message.partner("Hello!"), Message.user(longText));
        write(session, 3, Message.partner("Hello!"), Message.user(longText), Message.partner("I see."));
        session.latency(Map.of("first sound", 900L));
        write(other, 4, Message.user(longText));

        assertEquals(List.of("FULL"), told);
        assertEquals(1, read().messages().size());
        assertEquals(Optional.empty(), store.check());
        store.write(connection -> Sql.number(connection, "PRAGMA max_page_count = 1000000"));
        writing.tryAgain();
        assertEquals(List.of("FULL", "solved"), told);
        assertEquals(List.of(Message.partner("Hello!"), Message.user(longText), Message.partner("I see.")),
                read().history());
        assertEquals(1, read().latencies().size());
        assertEquals(1, Kept.read(store, Kept.id(2)).messages().size());
    }

    @Test
    void aLockedFileIsToldOnceAndWhatWaitedIsKeptWithTheNextSentence() throws Exception {
        SessionWriter session = writing.begin(Kept.session(1));
        try (Connection other = Connections.writing(Kept.file(folder), PATIENCE)) {
            Sql.run(other, "BEGIN IMMEDIATE");
            write(session, 1, Message.partner("Hello!"));
            write(session, 2, Message.partner("Hello!"), Message.user("Hi."));
            assertEquals(List.of("LOCKED"), told);
            assertEquals(0, new Sessions(store).count(SessionQuery.ALL), "and reading works");
        }

        write(session, 3, Message.partner("Hello!"), Message.user("Hi."), Message.partner("How are you?"));

        assertEquals(List.of("LOCKED", "solved"), told);
        assertEquals(3, read().messages().size());
    }

    @Test
    void onlySoManySessionsWait() throws Exception {
        long pages = store.read(connection -> Sql.number(connection, "PRAGMA page_count"));
        store.write(connection -> Sql.number(connection, "PRAGMA max_page_count = " + pages));
        int begun = BackgroundWriting.MOST_WAITING + 3;
        for (int i = 0; i < begun; i++) {
            write(writing.begin(Kept.session(i)), 1, Message.user("A long sentence. ".repeat(1000)));
        }
        store.write(connection -> Sql.number(connection, "PRAGMA max_page_count = 1000000"));
        writing.tryAgain();

        Sessions sessions = new Sessions(store);
        assertEquals(BackgroundWriting.MOST_WAITING, sessions.count(SessionQuery.ALL));
        assertTrue(sessions.open(Kept.id(begun - 1)).isPresent());
        assertFalse(sessions.open(Kept.id(0)).isPresent());
    }

    @Test
    void aSessionThatWasDeletedMeanwhileDoesNotComeBack() throws Exception {
        SessionWriter session = writing.begin(Kept.session(1));
        write(session, 1, Message.partner("Hello!"));
        new Deletion(store, folder.resolve("recordings")).forGood(List.of(Kept.id(1)));

        write(session, 2, Message.partner("Hello!"), Message.user("Hi."));
        session.end(Kept.START);

        assertEquals(0, new Sessions(store).count(SessionQuery.ALL));
        assertEquals(List.of(), told);
    }
}
