package org.vivavoce.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.session.ScriptedSpeech.Asked;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class SentenceSpeakerTest {

    private static final String FIRST = "That is quite right.";
    private static final String SECOND = "What would you do next?";
    private static final String THIRD = "I would begin with a queue.";
    private static final String LONG = "word ".repeat(20).strip();

    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final RecordingVoice voice = new RecordingVoice();
    private final ScriptedThreads threads = new ScriptedThreads();
    private final EventQueue events = new EventQueue();
    private final Cancellation cancellation = new Cancellation();
    private final BlockingQueue<Optional<String>> sentences = new LinkedBlockingQueue<>();

    @AfterEach
    void everythingEnds() throws InterruptedException {
        threads.awaitAll();
        assertEquals(List.of(), threads.escaped());
    }

    @Test
    void theSentenceAfterAShortOneIsAskedForWhileThatArrives() throws InterruptedException {
        speak(FIRST, SECOND);
        Asked first = speech.next();
        assertEquals(List.of(FIRST), speech.texts(), "not before the first byte");
        first.begins();
        Asked second = speech.next();
        assertEquals(SECOND, second.text());
        second.begins();
        second.ends();
        first.ends();
        voice.awaitEnd();

        assertEquals(List.of("0: 20", "0 complete", "1: 23", "1 complete", "end"), voice.got(), "in their order");
    }

    @Test
    void theSentenceAfterALongOneIsAskedForWhenThatHasArrived() throws InterruptedException {
        speak(LONG, SECOND);
        Asked first = speech.next();
        first.begins();
        voice.awaitGot("0: " + LONG.length());
        assertEquals(List.of(LONG), speech.texts(), "it sounds for long yet");
        first.ends();
        Asked second = speech.next();
        second.begins();
        second.ends();
        voice.awaitEnd();
    }

    @Test
    void atMostTwoRequestsAreUnderWay() throws InterruptedException {
        speak(FIRST, SECOND, THIRD);
        Asked first = speech.next();
        first.begins();
        Asked second = speech.next();
        second.begins();
        voice.awaitGot("0: " + FIRST.length());
        assertEquals(List.of(FIRST, SECOND), speech.texts());
        first.ends();
        Asked third = speech.next();
        third.begins();
        second.ends();
        third.ends();
        voice.awaitEnd();
    }

    @Test
    void cancellingEndsBothRequests() throws InterruptedException {
        speak(FIRST, SECOND);
        Asked first = speech.next();
        first.begins();
        speech.next();
        voice.awaitGot("0: 20");
        cancellation.cancel();
        first.awaitClosed();
        threads.awaitAll();

        assertEquals(List.of("0: 20"), voice.got());
    }

    @Test
    void whatWasAskedForEarlyIsGivenUpWhenTheOneBeforeFails() throws InterruptedException {
        speak("{not sound}", SECOND, THIRD);
        Asked first = speech.next();
        first.begins();
        voice.awaitEnd();

        assertEquals(List.of("end"), voice.got());
        assertFalse(speech.texts().contains(THIRD));
    }

    private void speak(String... texts) {
        for (String text : texts) {
            sentences.add(Optional.of(text));
        }
        sentences.add(Optional.empty());
        UtteranceKeeper keeper = new UtteranceKeeper() {
            @Override
            public void keep(long piece, EncodedAudio audio) {}

            @Override
            public void release(long piece) {}
        };
        SentenceSpeaker speaker = new SentenceSpeaker(
                ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, false), speech,
                new ScriptedSoundParts().parts().decoder(), voice,
                new ReplyPipeline.Surroundings(threads, events, new TraceLine(Trace.NONE, () -> 0), keeper,
                        Toolbox.EMPTY));
        threads.run("reply-speech", () -> speaker.speak(1, sentences, cancellation));
    }
}
