package org.vivavoce.audio;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.testing.Tones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EchoLeakTest {

    private static final Duration LENGTH = Duration.ofSeconds(2);
    private static final int FRAMES = 200;
    private static final int DELAY_FRAMES = 15;

    private final EchoLeak leak = new EchoLeak();
    private final short[] partner = Tones.voice(Sound.PLAYBACK_RATE, 190, -18, LENGTH).samples();
    private final short[] echo = Tones.voice(Sound.CAPTURE_RATE, 190, -18, LENGTH).samples();
    private final short[] user = Tones.voice(Sound.CAPTURE_RATE, 123, -24, LENGTH).samples();

    @Test
    void aCopyOfWhatIsPlayedIsALeak() {
        int leaks = leaks(mixed(echo, 0.25, user, 0), mixed(echo, 0.1, user, 0));
        assertTrue(leaks > FRAMES * 3 / 4, () -> leaks + " frames");
    }

    @Test
    void theUserOverAnEchoThatWasTakenAwayIsNoLeak() {
        assertEquals(0, leaks(mixed(echo, 0.5, user, 1), mixed(echo, 0.02, user, 0.7)));
    }

    @Test
    void theUserWithHeadphonesIsNoLeak() {
        assertEquals(0, leaks(mixed(echo, 0, user, 1), mixed(echo, 0, user, 1)));
    }

    @Test
    void nothingLeaksWhenNothingWasPlayed() {
        for (int i = 0; i < FRAMES; i++) {
            short[] frame = Arrays.copyOfRange(user, i * Sound.CAPTURE_FRAME, (i + 1) * Sound.CAPTURE_FRAME);
            assertTrue(!leak.leaks(frame, frame));
        }
    }

    /** How many frames are taken for a leak. */
    private int leaks(short[] captured, short[] cleaned) {
        int leaks = 0;
        for (int i = 0; i < FRAMES; i++) {
            leak.played(Arrays.copyOfRange(partner, i * Sound.PLAYBACK_FRAME, (i + 1) * Sound.PLAYBACK_FRAME));
            if (leak.leaks(frame(captured, i), frame(cleaned, i))) {
                leaks++;
            }
        }
        return leaks;
    }

    private static short[] frame(short[] samples, int index) {
        return Arrays.copyOfRange(samples, index * Sound.CAPTURE_FRAME, (index + 1) * Sound.CAPTURE_FRAME);
    }

    /** The echo comes late. */
    private static short[] mixed(short[] echo, double echoGain, short[] user, double userGain) {
        short[] mixed = new short[echo.length];
        int delay = DELAY_FRAMES * Sound.CAPTURE_FRAME;
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (short) (echoGain * (i < delay ? 0 : echo[i - delay]) + userGain * user[i]);
        }
        return mixed;
    }
}
