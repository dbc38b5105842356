package org.vivavoce.audio;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EchoReferenceTest {

    private final EchoReference reference = new EchoReference();
    private short written;

    @Test
    void whatIsWrittenAtOnceComesFrameByFrame() {
        write(8);
        for (int i = 1; i <= 8; i++) {
            assertEquals(i, next());
        }
    }

    @Test
    void whereNothingSoundsThereIsSilence() {
        assertEquals(0, next());
        write(1);
        assertEquals(1, next());
        assertEquals(0, next());
    }

    @Test
    void aFrameIsKeptAsItWasWritten() {
        short[] frame = new short[Sound.PLAYBACK_FRAME];
        frame[0] = 7;
        reference.add(frame);
        frame[0] = 8;

        assertEquals(7, next());
    }

    @Test
    void afterCapturedSoundWasLostItRunsAheadOfItsEchoAgain() {
        write(8 + 10); // ten frames of the microphone were lost
        for (int i = 0; i < 200; i++) {
            next();
            write(1);
        }
        assertTrue(written - next() <= 12, "what waits fits in the loudspeaker's buffer");
    }

    @Test
    void whoeverIsStalledForAMomentLosesNothing() {
        write(8);
        int last = 0;
        for (int i = 0; i < 300; i++) {
            if (i % 70 < 15) { // captures nothing for 150 ms
                write(1);
            } else {
                write(1);
                for (int caughtUp = i % 70 == 15 ? 16 : 1; caughtUp > 0; caughtUp--) {
                    assertEquals(++last, next());
                }
            }
        }
    }

    @Test
    void whereNothingIsCapturedOnlyTheLastSecondsAreKept() {
        write(1000);

        assertEquals(701, next());
    }

    private void write(int frames) {
        for (int i = 0; i < frames; i++) {
            short[] frame = new short[Sound.PLAYBACK_FRAME];
            frame[0] = ++written;
            reference.add(frame);
        }
    }

    private int next() {
        return reference.next()[0];
    }
}
