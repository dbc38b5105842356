package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.session.ConversationEvent.Muted;
import org.vivavoce.session.ConversationEvent.StateChanged;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole on its real threads, with scripted devices and services. */
class SpokenConversationTest {

    private static final SessionExpense EXPENSE = new SessionExpense(Duration.ofSeconds(12), 345, 67, 89,
            OptionalDouble.of(0.0125), Optional.of("The budget is used up."));

    private static final UtteranceKeeper NOTHING_KEPT = new UtteranceKeeper() {
        @Override
        public void keep(long piece, EncodedAudio audio) {}

        @Override
        public void release(long piece) {}
    };

    private final ScriptedSoundParts sound = new ScriptedSoundParts();
    private final ScriptedServices services = new ScriptedServices();
    private final ScriptedThreads threads = new ScriptedThreads();
    private final BlockingQueue<ConversationEvent> told = new LinkedBlockingQueue<>();

    @Test
    void aConversationOpensAnswersAndEnds() throws InterruptedException {
        SpokenConversation talk = conversation(told::add);
        talk.start();
        awaitState(TurnState.LISTENING);
        services.writes("That is quite right. ");
        services.finishes();
        talk.type("What is a cache?");
        awaitState(TurnState.THINKING);
        awaitState(TurnState.LISTENING);
        talk.close();
        talk.close();
        talk.type("too late");

        assertTrue(talk.awaitEnd(20, TimeUnit.SECONDS));
        assertEquals(List.of(Message.partner(ScriptedConversation.OPENING), Message.user("What is a cache?"),
                Message.partner("That is quite right.")), talk.messages());
        assertEquals(1, told.stream().filter(Ended.class::isInstance).count());
        threads.awaitAll();
        assertEquals(List.of(), threads.escaped());
    }

    @Test
    void closingInMidReplySilencesAndEndsAllThreads() throws InterruptedException {
        SpokenConversation talk = conversation(told::add);
        talk.start();
        awaitState(TurnState.LISTENING);
        services.holdsTheVoice();
        services.writes("That is quite right. ");
        talk.type("What is a cache?");
        services.awaitVoiceAsked();
        talk.close();

        assertTrue(talk.awaitEnd(20, TimeUnit.SECONDS));
        threads.awaitAll();
        assertEquals(List.of(), threads.escaped());
    }

    @Test
    void aFaultOnTheSessionThreadStillEndsTheConversationAndTellsIt() throws InterruptedException {
        SpokenConversation talk = conversation(event -> {
            if (event instanceof Muted) {
                throw new IllegalStateException("fault");
            }
            told.add(event);
        });
        talk.start();
        awaitState(TurnState.LISTENING);
        talk.mute(true);

        assertTrue(talk.awaitEnd(20, TimeUnit.SECONDS));
        threads.awaitAll();
        assertInstanceOf(IllegalStateException.class, threads.escaped().getFirst());
        assertEquals(1, told.stream().filter(Ended.class::isInstance).count());
    }

    @Test
    void atTheEndWhatItCostIsInTheSummaryAndInTheTrace() throws InterruptedException {
        Map<String, Map<String, Object>> traced = new ConcurrentHashMap<>();
        SpokenConversation talk = conversation(told::add, (at, event, values) -> traced.put(event, values));
        talk.start();
        talk.close();

        assertTrue(talk.awaitEnd(20, TimeUnit.SECONDS));
        threads.awaitAll();
        Ended ended = told.stream().filter(Ended.class::isInstance).map(Ended.class::cast).findFirst().orElseThrow();
        assertEquals(EXPENSE, ended.summary().expense());
        Map<String, Object> values = traced.getOrDefault("ended", Map.of());
        assertEquals(12_000L, values.get("ms-transcribed"));
        assertEquals(345L, values.get("tokens-read"));
        assertEquals(67L, values.get("tokens-written"));
        assertEquals(89L, values.get("characters-spoken"));
        assertEquals(0.0125, values.get("dollars"));
    }

    private SpokenConversation conversation(ConversationListener listener) {
        return conversation(listener, Trace.NONE);
    }

    private SpokenConversation conversation(ConversationListener listener, Trace trace) {
        sound.addLoudspeaker().soundsByItself();
        sound.addMicrophone(new ScriptedMicrophone());
        return new SpokenConversation(ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, true),
                sound.parts(),
                services.services(),
                new SpokenConversation.Environment(threads, () -> 0, listener, trace, NOTHING_KEPT,
                        () -> EXPENSE));
    }

    private void awaitState(TurnState state) throws InterruptedException {
        ConversationEvent event;
        do {
            event = told.poll(20, TimeUnit.SECONDS);
            assertNotNull(event, "never " + state);
        } while (!event.equals(new StateChanged(state)));
    }
}
