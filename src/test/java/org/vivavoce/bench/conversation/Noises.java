package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Recorder;

/** Sounds that people make without saying anything, made by arithmetic. Functions of a source of chance. */
final class Noises {

    private static final double COUGH_DBFS = -20;
    private static final double CLICKS_DBFS = -32;
    private static final double LOW_PASS = 0.35; // most of a cough is below 2 kHz

    private Noises() {}

    /** One or two coughs: a burst, then breath that fades within 0.2 to 0.3 s. */
    static WaveFile cough(Random random) {
        WaveFile first = burst(random);
        return random.nextBoolean()
                ? first.scaledTo(COUGH_DBFS)
                : WaveFile.join(List.of(first, WaveFile.silence(millis(150 + random.nextInt(150)), Recorder.RATE),
                        burst(random))).scaledTo(COUGH_DBFS);
    }

    private static WaveFile burst(Random random) {
        short[] samples = new short[Recorder.RATE * (200 + random.nextInt(100)) / 1000];
        double low = 0;
        for (int i = 0; i < samples.length; i++) {
            double seconds = (double) i / Recorder.RATE;
            double loudness = Math.min(1, seconds / 0.005)
                    * (Math.exp(-seconds / 0.03) + 0.35 * Math.exp(-seconds / 0.12));
            low += LOW_PASS * (random.nextGaussian() - low);
            samples[i] = (short) Math.clamp(Math.round(12_000 * loudness * low), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new WaveFile(samples, Recorder.RATE);
    }

    /** Four to ten keys of a keyboard, each a click of a few milliseconds, as fast as people type. */
    static WaveFile keyClicks(Random random) {
        int count = 4 + random.nextInt(7);
        short[] samples = new short[Recorder.RATE * 250 / 1000 * count];
        int at = 0;
        for (int click = 0; click < count; click++) {
            for (int i = 0; i < Recorder.RATE * 12 / 1000; i++) {
                double seconds = (double) i / Recorder.RATE;
                double wave = random.nextGaussian() * Math.exp(-seconds / 0.002)
                        + 0.4 * Math.sin(2 * Math.PI * 2600 * seconds) * Math.exp(-seconds / 0.004);
                samples[at + i] = (short) Math.clamp(Math.round(9000 * wave), Short.MIN_VALUE, Short.MAX_VALUE);
            }
            at += Recorder.RATE * (80 + random.nextInt(150)) / 1000;
        }
        return new WaveFile(samples, Recorder.RATE).part(Duration.ZERO, millis(at * 1000L / Recorder.RATE))
                .scaledTo(CLICKS_DBFS);
    }

    private static Duration millis(long milliseconds) {
        return Duration.ofMillis(milliseconds);
    }
}
