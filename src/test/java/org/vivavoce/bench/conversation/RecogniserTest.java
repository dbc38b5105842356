package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RecogniserTest {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Phrase first = Phrase.english("I worked on the payment service and");
    private final Phrase second = Phrase.english("later I moved to the search team.");
    private final Phrase third = Phrase.english("We had to change the plan because");
    private final Recogniser recogniser = new Recogniser();

    @BeforeEach
    void expect() {
        recogniser.expect(List.of(first, second, third));
    }

    @Test
    void onlyWhatIsInTheSoundIsUnderstood() {
        assertEquals(first.text(), recogniser.understand(first.sound().padded(PAUSE, PAUSE)));
        assertEquals(second.text() + " " + third.text(), recogniser.understand(joined(second, third)));
        assertEquals(third.text() + " " + first.text(), recogniser.understand(joined(third, first)));
    }

    @Test
    void aPhraseIsUnderstoodWhenMostOfItIsThere() {
        WaveFile sound = first.sound();
        Duration most = sound.duration().multipliedBy(3).dividedBy(4);
        Duration little = sound.duration().dividedBy(8);

        assertEquals(first.text(), recogniser.understand(sound.part(Duration.ZERO, most)));
        assertEquals("", recogniser.understand(sound.part(Duration.ZERO, little)));
    }

    @Test
    void aCoughAndSilenceSayNothing() {
        assertEquals("", recogniser.understand(Noises.cough(new Random(1)).padded(PAUSE, PAUSE)));
        assertEquals("", recogniser.understand(Noises.keyClicks(new Random(2)).padded(PAUSE, PAUSE)));
        assertEquals("", recogniser.understand(WaveFile.silence(PAUSE, Recorder.RATE)));
    }

    private static WaveFile joined(Phrase one, Phrase other) {
        return WaveFile.join(List.of(one.sound(), WaveFile.silence(PAUSE, Recorder.RATE), other.sound()));
    }
}
