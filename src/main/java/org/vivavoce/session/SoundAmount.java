package org.vivavoce.session;

import org.vivavoce.audio.Sound;

/**
 * How much there is to hear in a recording.
 *
 * @param loudMillis milliseconds of it that are as loud as quiet speech
 * @param peakDbfs   level of its loudest 10 ms
 */
record SoundAmount(long loudMillis, double peakDbfs) {

    private static final double LOUD_DBFS = -50; // quiet speech at 1 m; rooms are below
    private static final double SILENCE_DBFS = -100;

    static SoundAmount of(short[] samples) {
        long loudFrames = 0;
        double peak = SILENCE_DBFS;
        for (int at = 0; at + Sound.CAPTURE_FRAME <= samples.length; at += Sound.CAPTURE_FRAME) {
            double level = dbfs(samples, at);
            peak = Math.max(peak, level);
            loudFrames += level >= LOUD_DBFS ? 1 : 0;
        }
        return new SoundAmount(loudFrames * Sound.FRAME.toMillis(), peak);
    }

    private static double dbfs(short[] samples, int from) {
        double sum = 0;
        for (int i = from; i < from + Sound.CAPTURE_FRAME; i++) {
            sum += (double) samples[i] * samples[i];
        }
        double rms = Math.sqrt(sum / Sound.CAPTURE_FRAME);
        return rms < 1 ? SILENCE_DBFS : 20 * Math.log10(rms / Short.MAX_VALUE);
    }
}
