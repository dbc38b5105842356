package org.vivavoce.session;

import java.util.List;
import java.util.concurrent.BlockingQueue;
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

    private SpokenConversation conversation(ConversationListener listener) {
        sound.addLoudspeaker().soundsByItself();
        sound.addMicrophone(new ScriptedMicrophone());
        return new SpokenConversation(ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, true),
                sound.parts(),
                services.services(),
                new SpokenConversation.Environment(threads, () -> 0, listener, Trace.NONE, NOTHING_KEPT));
    }

    private void awaitState(TurnState state) throws InterruptedException {
        ConversationEvent event;
        do {
            event = told.poll(20, TimeUnit.SECONDS);
            assertNotNull(event, "never " + state);
        } while (!event.equals(new StateChanged(state)));
    }
}
