package org.vivavoce.audio;

import org.junit.jupiter.api.Test;
import org.vivavoce.audio.testing.FakeMicrophoneLine;
import org.vivavoce.audio.testing.VirtualPacer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LineMicrophoneTest {

    private static final long MILLI = 1_000_000;

    private final VirtualPacer pacer = new VirtualPacer();
    private final FakeMicrophoneLine line = new FakeMicrophoneLine(pacer, 16_000, 100);
    private final LineMicrophone microphone = new LineMicrophone(line, new DeviceFormat(16_000, 1), "desk", pacer);
    private final short[] frame = new short[Sound.CAPTURE_FRAME];

    @Test
    void everySampleComesOnceAndInOrder() throws AudioDeviceException {
        for (int i = 0; i < 1000; i++) {
            assertTrue(microphone.read(frame));
            for (int k = 0; k < frame.length; k++) {
                assertEquals((short) (i * frame.length + k), frame[k]);
            }
        }
        assertEquals(0, microphone.overruns());
    }

    @Test
    void aReaderThatIsAwayForLessThanTheBufferLosesNothing() throws AudioDeviceException {
        for (int i = 0; i < 1000; i++) {
            microphone.read(frame);
            if (i % 100 == 0) {
                pacer.pass(85 * MILLI);
            }
        }
        assertEquals(0, line.lost());
        assertEquals(0, microphone.overruns());
    }

    @Test
    void eachAbsenceLongerThanTheBufferIsAnOverrun() throws AudioDeviceException {
        for (int i = 0; i < 1000; i++) {
            microphone.read(frame);
            if (i == 200 || i == 600) {
                pacer.pass(250 * MILLI);
            }
        }
        assertTrue(line.lost() > 0);
        assertEquals(2, microphone.overruns());
    }

    @Test
    void aMicrophoneThatDeliversNothingForTwoSecondsIsGone() throws AudioDeviceException {
        microphone.read(frame);
        line.pullOut();
        long pulledOut = pacer.nanoTime();

        AudioDeviceException e = assertThrows(AudioDeviceException.class, () -> microphone.read(frame));

        assertTrue(e.sentence().contains("desk"), e.sentence());
        assertTrue(pacer.nanoTime() - pulledOut < 2_100 * MILLI);
    }

    @Test
    void aMicrophoneWhoseSoundServerHasDiedIsGone() throws AudioDeviceException {
        microphone.read(frame);
        line.die();
        long died = pacer.nanoTime();

        assertThrows(AudioDeviceException.class, () -> microphone.read(frame));

        assertTrue(pacer.nanoTime() - died < 2_100 * MILLI);
    }

    @Test
    void closingEndsABlockedRead() throws AudioDeviceException {
        microphone.read(frame);
        line.pullOut();
        pacer.after(300, microphone::close);

        assertFalse(microphone.read(frame));
        assertFalse(line.isOpen());
    }

    @Test
    void aStereoDeviceAtAnotherRateIsConverted() throws AudioDeviceException {
        FakeMicrophoneLine other = new FakeMicrophoneLine(pacer, 48_000, 100);
        try (LineMicrophone converting = new LineMicrophone(other, new DeviceFormat(48_000, 1), "", pacer)) {
            long before = pacer.nanoTime();
            for (int i = 0; i < 100; i++) {
                converting.read(frame);
            }
            assertEquals(1000.0, (pacer.nanoTime() - before) / (double) MILLI, 25);
            assertEquals(0, converting.overruns());
        }
    }
}
