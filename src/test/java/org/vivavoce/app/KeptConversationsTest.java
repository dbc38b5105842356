package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.HistoryListener;
import org.vivavoce.session.SessionExpense;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionWriter;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Conversations that are kept in a real file, while they are held. */
class KeptConversationsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final Mode CHAT = ModeCatalog.builtIn().find("chat").orElseThrow();
    private static final Language ENGLISH = LanguageCatalog.builtIn().english();
    private static final List<Message> SAID = List.of(Message.partner("What do you build?"),
            Message.user("I build bridges."));
    private static final SessionExpense EXPENSE = new SessionExpense(Duration.ofSeconds(12), 345, 67, 89,
            OptionalDouble.of(0.0125), Optional.empty());

    @TempDir
    private Path folder;
    private final List<ConversationEvent> told = new ArrayList<>();

    @Test
    void whatIsSaidIsKeptAtOnceAndSoAreTimesAndCosts() throws Exception {
        try (KeptConversations kept = open()) {
            SessionRecorder recorder = recorder(kept, Optional.empty());
            recorder.changed(SAID.subList(0, 1), known(false));
            assertEquals(SAID.subList(0, 1), newest(kept).history());
            recorder.changed(SAID, known(true));
            recorder.on(new ConversationEvent.TurnMeasured(
                    new TurnLatency(Map.of(TurnLatency.Stage.FIRST_SOUND, 1240L))));
            recorder.on(new ConversationEvent.PartnerTurnEnded(1));
            assertEquals(Optional.empty(), newest(kept).session().ended());
            recorder.on(new ConversationEvent.Ended(summary()));

            StoredSession session = newest(kept);
            assertEquals(SAID, session.history());
            assertEquals(List.of(false, true), session.messages().stream().map(StoredMessage::typed).toList());
            assertEquals(Map.of("first_sound", 1240L), session.latencies().getFirst().millis());
            assertEquals(OptionalLong.of(12_500), session.cost().orElseThrow().dollarsMicros());
            assertEquals(Optional.of(CLOCK.instant()), session.session().ended());
            assertEquals(3, told.size(), "every event is passed on");
        }
    }

    @Test
    void ofAReplyThatWasCutItIsKnownHowMuchWasHeard() throws Exception {
        try (KeptConversations kept = open()) {
            recorder(kept, Optional.empty()).changed(List.of(Message.interruptedPartner("What do")),
                    new HistoryListener.Known(false, 1000, OptionalInt.of(28), Map.of()));

            StoredMessage cut = newest(kept).messages().getFirst();
            assertEquals(28, cut.fullLength());
            assertEquals(7, cut.heardLength());
        }
    }

    @Test
    void anEarlierConversationGoesOnAsTheSame() throws Exception {
        try (KeptConversations kept = open()) {
            recorder(kept, Optional.empty()).changed(SAID, known(false));
            StoredSession earlier = newest(kept);
            List<Message> more = new ArrayList<>(SAID);
            more.add(Message.partner("And tunnels?"));
            recorder(kept, Optional.of(earlier)).changed(more, known(false));

            assertEquals(more, newest(kept).history());
            assertEquals(1, new Sessions(kept.store().orElseThrow()).count(SessionQuery.ALL));
        }
    }

    @Test
    void aConversationOfAnotherStartOfTheProgramIsThere() throws Exception {
        try (KeptConversations kept = open()) {
            recorder(kept, Optional.empty()).changed(SAID, known(false));
        }
        try (KeptConversations kept = open()) {
            assertEquals(SAID, newest(kept).history());
            assertEquals(Optional.empty(), kept.problem());
        }
    }

    @Test
    void whereNothingCanBeKeptOneTalksAllTheSameAndIsTold() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        try (KeptConversations kept = new KeptConversations(noFolder.resolve("vivavoce.db"), CLOCK, Runnable::run)) {
            assertEquals(Optional.empty(), kept.store());
            assertEquals(Optional.empty(), kept.keep(CHAT, ENGLISH, Optional.empty(), told::add));
            assertTrue(kept.problem().orElseThrow().contains("cannot be opened"));
        }
    }

    private static HistoryListener.Known known(boolean typed) {
        return new HistoryListener.Known(typed, 1000, OptionalInt.empty(), Map.of());
    }

    private KeptConversations open() {
        return new KeptConversations(folder.resolve("vivavoce.db"), CLOCK, Runnable::run);
    }

    private SessionRecorder recorder(KeptConversations kept, Optional<StoredSession> earlier) {
        SessionWriter writer = kept.keep(CHAT, ENGLISH, earlier, told::add).orElseThrow();
        return new SessionRecorder(writer, () -> EXPENSE, CLOCK,
                sounded -> {
                },
                told::add);
    }

    private static StoredSession newest(KeptConversations kept) throws Exception {
        Sessions sessions = new Sessions(kept.store().orElseThrow());
        return sessions.open(sessions.list(SessionQuery.ALL, 0, 1).getFirst().id()).orElseThrow();
    }

    private static SessionSummary summary() {
        return new SessionSummary(Duration.ofSeconds(20), 1, 1, Duration.ZERO, Duration.ZERO, 0, Optional.empty());
    }
}
