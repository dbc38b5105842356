package org.vivavoce.turn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClassicVoiceActivityTest {

    private static final double THRESHOLD_DBFS = 20 * Math.log10(15.0 / 128);
    private static final double A_LITTLE_DB = 0.001;

    private final ClassicVoiceActivity detector = new ClassicVoiceActivity();
    private long now;

    @Test
    void justBelowFifteenOf128IsSilence() {
        VoiceActivity heard = window(THRESHOLD_DBFS - A_LITTLE_DB);

        assertFalse(heard.speaking());
        assertEquals(VoiceActivity.NONE, heard);
    }

    @Test
    void fifteenOf128IsSpeech() {
        VoiceActivity heard = window(THRESHOLD_DBFS + A_LITTLE_DB);

        assertTrue(heard.speaking());
        assertEquals(new VoiceActivity(true, 0, 100, 100), heard);
    }

    @Test
    void speechAtMinusThirtyIsNotHeard() {
        assertFalse(window(-30).speaking());
    }

    @Test
    void nothingIsDecidedBeforeAWindowIsFull() {
        for (int i = 0; i < 9; i++) {
            now += 10;
            assertFalse(detector.accept(new HeardFrame(-6, 0.9, 0), now, false).speaking());
        }
        assertTrue(detector.accept(new HeardFrame(-6, 0.9, 0), now + 10, false).speaking());
    }

    @Test
    void theMeanOfTheWindowCounts() {
        for (int i = 0; i < 10; i++) {
            now += 10;
            detector.accept(new HeardFrame(i == 0 ? THRESHOLD_DBFS + 10.1 : Double.NEGATIVE_INFINITY, 0, 0), now,
                    false);
        }
        assertTrue(detector.accept(new HeardFrame(-100, 0, 0), now + 10, false).speaking(),
                "one loud frame of ten times the power");
    }

    @Test
    void oneQuietWindowEndsSpeechAndTheNextLoudOneBeginsAnother() {
        window(-10);
        window(-10);
        VoiceActivity quiet = window(-60);
        VoiceActivity again = window(-10);

        assertEquals(new VoiceActivity(false, 0, 200, 200), quiet);
        assertEquals(new VoiceActivity(true, 300, 400, 100), again);
    }

    @Test
    void aMutedMicrophoneIsSilence() {
        window(-10);
        for (int i = 0; i < 10; i++) {
            now += 10;
            detector.acceptMuted(now);
        }
        assertFalse(window(-60).speaking());
    }

    private VoiceActivity window(double dbfs) {
        VoiceActivity heard = VoiceActivity.NONE;
        for (int i = 0; i < 10; i++) {
            now += 10;
            heard = detector.accept(new HeardFrame(dbfs, 0.9, 0), now, false);
        }
        return heard;
    }
}
