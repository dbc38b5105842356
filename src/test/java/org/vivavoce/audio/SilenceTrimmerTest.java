package org.vivavoce.audio;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SilenceTrimmerTest {

    private static final int MS = Sound.PLAYBACK_RATE / 1000;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 240, 1152, 100_000})
    void longSilenceAtBothEndsIsCutHoweverTheSamplesCome(int piece) throws InterruptedException {
        short[] speech = join(noise(200), tone(300), noise(400), tone(500), noise(600));
        short[] trimmed = trim(speech, piece);

        assertEquals((20 + 300 + 400 + 500 + 150) * MS, trimmed.length, 2 * MS);
        assertArrayEquals(trim(speech, speech.length), trimmed, "the same for every way to cut it");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 240, 100_000})
    void whatIsShortStaysAsItIs(int piece) throws InterruptedException {
        short[] speech = join(noise(15), tone(300), noise(140));

        assertArrayEquals(speech, trim(speech, piece));
    }

    @Test
    void everyAudibleSampleIsKept() throws InterruptedException {
        short[] quiet = tone(400);
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] = (short) (quiet[i] * 0.02); // −46 dBFS at most
        }
        short[] trimmed = trim(join(noise(300), quiet, noise(300)), 240);

        assertTrue(trimmed.length >= 400 * MS);
        assertEquals(energy(quiet), energy(trimmed), 0.02 * energy(quiet));
    }

    @Test
    void whereItIsCutItBeginsAndEndsInNothing() throws InterruptedException {
        short[] hum = new short[300 * MS]; // a hum just below what is audible: without a fade it would click
        Arrays.fill(hum, (short) 100);
        short[] trimmed = trim(join(hum, tone(200), hum), 240);

        assertEquals(0, trimmed[0]);
        assertEquals(0, trimmed[trimmed.length - 1]);
        assertTrue(
                IntStream.range(1, 20 * MS).map(i -> Math.abs(trimmed[i] - trimmed[i - 1])).max().orElseThrow() <= 2);
    }

    @Test
    void speechGoesOnAtOnceAndOnlyLongSilenceIsHeldBack() throws InterruptedException {
        SilenceTrimmer trimmer = new SilenceTrimmer();
        Heard heard = new Heard();
        trimmer.put(tone(100), heard);
        assertEquals(100 * MS, heard.length());
        trimmer.put(noise(100), heard);
        assertEquals(200 * MS, heard.length(), 2 * MS);
        trimmer.put(noise(500), heard);
        assertEquals(245 * MS, heard.length(), 2 * MS);
        trimmer.put(tone(100), heard);
        assertEquals(800 * MS, heard.length(), "a pause inside stays");
    }

    @Test
    void ofSilenceAloneLittleIsLeft() throws InterruptedException {
        assertEquals(20 * MS, trim(new short[2000 * MS], 240).length);
        assertEquals(0, trim(new short[0], 1).length);
    }

    private static final class Heard implements SpeechDecoder.Sink {
        private final SampleQueue samples = new SampleQueue();

        @Override
        public void accept(short[] next) {
            assertTrue(next.length > 0);
            samples.add(next, 0, next.length);
        }

        private int length() {
            return samples.size();
        }
    }

    private static short[] trim(short[] speech, int piece) throws InterruptedException {
        SilenceTrimmer trimmer = new SilenceTrimmer();
        Heard heard = new Heard();
        for (int at = 0; at < speech.length; at += piece) {
            trimmer.put(Arrays.copyOfRange(speech, at, Math.min(speech.length, at + piece)), heard);
        }
        trimmer.finish(heard);
        return heard.samples.takeAll();
    }

    private static short[] tone(int ms) {
        short[] tone = new short[ms * MS];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (8000 * Math.sin(2 * Math.PI * 220 * (i + 1) / Sound.PLAYBACK_RATE));
        }
        return tone;
    }

    /** The noise of coded silence, −65 dBFS. */
    private static short[] noise(int ms) {
        short[] noise = new short[ms * MS];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (i * 7919 % 37 - 18);
        }
        return noise;
    }

    private static short[] join(short[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        short[] joined = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static double energy(short[] samples) {
        return IntStream.range(0, samples.length).mapToDouble(i -> (double) samples[i] * samples[i]).sum();
    }
}
