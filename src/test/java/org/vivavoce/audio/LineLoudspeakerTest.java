package org.vivavoce.audio;

import org.junit.jupiter.api.Test;
import org.vivavoce.audio.testing.FakeLoudspeakerLine;
import org.vivavoce.audio.testing.VirtualPacer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LineLoudspeakerTest {

    private static final long MILLI = 1_000_000;

    private final VirtualPacer pacer = new VirtualPacer();
    private final FakeLoudspeakerLine line = new FakeLoudspeakerLine(pacer, 24_000, 1);
    private final LineLoudspeaker loudspeaker = new LineLoudspeaker(line, new DeviceFormat(24_000, 1), "desk", pacer);

    @Test
    void allThatIsWrittenSoundsInOrder() throws AudioDeviceException {
        loudspeaker.write(count(24_000), 0, 24_000);
        loudspeaker.drain();

        assertEquals(24_000, loudspeaker.playedSamples());
        for (int i = 0; i < 24_000; i++) {
            assertEquals((short) i, line.heard().get(i));
            i += 997;
        }
    }

    @Test
    void writingBlocksWhileEnoughIsHeld() throws AudioDeviceException {
        assertEquals(1000.0 - Loudspeaker.HELD_MS, millisToWriteASecond(), 10);
    }

    @Test
    void holdingMoreUsesTheWholeBuffer() throws AudioDeviceException {
        loudspeaker.holdMore();

        assertEquals(940.0, millisToWriteASecond(), 10);
    }

    private double millisToWriteASecond() throws AudioDeviceException {
        long before = pacer.nanoTime();
        loudspeaker.write(count(24_000), 0, 24_000);
        return (pacer.nanoTime() - before) / (double) MILLI;
    }

    @Test
    void silenceEndsABlockedWriteAndOnlyWhatSoundedCounts() throws AudioDeviceException {
        pacer.after(500, loudspeaker::silence);

        loudspeaker.write(count(24_000), 0, 24_000);

        assertEquals(12_000.0, (double) loudspeaker.playedSamples(), 120);
        assertEquals(line.heard().size(), loudspeaker.playedSamples());
        pacer.pass(1000 * MILLI);
        assertEquals(line.heard().size(), loudspeaker.playedSamples());
    }

    @Test
    void soundsAgainAfterSilence() throws AudioDeviceException {
        for (int i = 0; i < 5; i++) {
            pacer.after(100, loudspeaker::silence);
            loudspeaker.write(count(24_000), 0, 24_000);
        }
        long before = loudspeaker.playedSamples();

        loudspeaker.write(count(4800), 0, 4800);
        loudspeaker.drain();

        assertEquals(before + 4800, loudspeaker.playedSamples());
        assertEquals(line.heard().size(), loudspeaker.playedSamples());
    }

    @Test
    void drainReturnsAtOnceAfterSilence() throws AudioDeviceException {
        loudspeaker.write(count(1000), 0, 1000);
        loudspeaker.silence();
        long before = pacer.nanoTime();

        loudspeaker.drain();

        assertEquals(before, pacer.nanoTime());
    }

    @Test
    void silenceEndsADrain() throws AudioDeviceException {
        loudspeaker.write(count(1200), 0, 1200);
        pacer.after(10, loudspeaker::silence);
        long before = pacer.nanoTime();

        loudspeaker.drain();

        assertTrue(pacer.nanoTime() - before < 20 * MILLI);
    }

    @Test
    void beingIdleDoesNotDisturbTheCount() throws AudioDeviceException {
        for (int i = 0; i < 10; i++) {
            loudspeaker.write(count(2400), 0, 2400);
            pacer.pass(3_000 * MILLI);
        }
        assertEquals(24_000, loudspeaker.playedSamples());
    }

    @Test
    void anEndTooShortForTheDeviceIsPushedOutAndTheSilenceBehindItDoesNotCount() throws AudioDeviceException {
        line.holdBackBelow(480);
        for (int i = 0; i < 3; i++) {
            loudspeaker.write(count(2400), 0, 2400);
            pacer.pass(200 * MILLI);
            loudspeaker.write(count(262), 0, 262);
            loudspeaker.drain();
            assertEquals((i + 1) * 2662L, loudspeaker.playedSamples());
            pacer.pass(500 * MILLI);
            assertEquals((i + 1) * 2662L, loudspeaker.playedSamples());
        }
    }

    @Test
    void aLoudspeakerThatTakesNothingForTwoSecondsIsGone() throws AudioDeviceException {
        loudspeaker.write(count(2400), 0, 2400);
        line.pullOut();

        AudioDeviceException e = assertThrows(AudioDeviceException.class,
                () -> loudspeaker.write(count(24_000), 0, 24_000));

        assertTrue(e.sentence().contains("desk"), e.sentence());
        loudspeaker.drain();
    }

    @Test
    void aStereoDeviceAtAnotherRateGetsAllAndIsCountedInOurSamples() throws AudioDeviceException {
        FakeLoudspeakerLine stereo = new FakeLoudspeakerLine(pacer, 44_100, 2);
        try (LineLoudspeaker converting = new LineLoudspeaker(stereo, new DeviceFormat(44_100, 2), "", pacer)) {
            converting.write(count(24_000), 0, 24_000);
            converting.drain();

            assertEquals(24_000.0, (double) converting.playedSamples(), 60);
            assertEquals(44_100.0, stereo.heard().size(), 110);
        }
    }

    private static short[] count(int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) i;
        }
        return samples;
    }
}
