package org.vivavoce.audio;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EchoPathTest {

    private static final int SPEECH = 3000; // −21 dBFS
    private static final int FAINT = 20; // −64 dBFS

    private final EchoPath path = new EchoPath();

    @Test
    void atFirstThereMayBeEcho() {
        assertTrue(path.mayHoldEcho(frame(Sound.CAPTURE_FRAME, SPEECH)));
    }

    @Test
    void aSecondOfSpeechThatTheMicrophoneDoesNotHearMeansHeadphones() {
        assertTrue(hears(99, FAINT));
        assertFalse(hears(1, FAINT));
    }

    @Test
    void whatIsHeardWhileNothingSoundsTellsNothing() {
        for (int i = 0; i < 500; i++) {
            assertTrue(path.mayHoldEcho(frame(Sound.CAPTURE_FRAME, FAINT)));
        }
    }

    @Test
    void aUserWhoBreaksInDoesNotMakeAnEcho() {
        hears(150, FAINT);
        assertFalse(hears(60, SPEECH), "600 ms of speech over the partner");
    }

    @Test
    void anEchoThatComesLaterIsNoticed() {
        hears(200, FAINT);
        assertTrue(hears(200, SPEECH), "loudspeakers in place of headphones");
    }

    @Test
    void aLoudspeakerThatIsHeardKeepsTheCanceller() {
        assertTrue(hears(1000, SPEECH));
    }

    /** What is said of the last of some frames, captured while speech is played. */
    private boolean hears(int frames, int amplitude) {
        boolean echo = true;
        for (int i = 0; i < frames; i++) {
            path.played(frame(Sound.PLAYBACK_FRAME, SPEECH));
            echo = path.mayHoldEcho(frame(Sound.CAPTURE_FRAME, amplitude));
        }
        return echo;
    }

    private static short[] frame(int samples, int amplitude) {
        short[] frame = new short[samples];
        for (int i = 0; i < samples; i++) {
            frame[i] = (short) (i % 2 == 0 ? amplitude : -amplitude);
        }
        return frame;
    }
}
