package org.vivavoce.session;

import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundLevel;

/**
 * How much there is to hear in a recording.
 *
 * @param loudMillis milliseconds of it that are as loud as quiet speech
 * @param peakDbfs   level of its loudest 10 ms
 */
record SoundAmount(long loudMillis, double peakDbfs) {

    private static final double LOUD_DBFS = -50; // quiet speech at 1 m; rooms are below

    static SoundAmount of(short[] samples) {
        long loudFrames = 0;
        double peak = SoundLevel.SILENCE_DBFS;
        for (int at = 0; at + Sound.CAPTURE_FRAME <= samples.length; at += Sound.CAPTURE_FRAME) {
            double level = SoundLevel.dbfs(samples, at, Sound.CAPTURE_FRAME);
            peak = Math.max(peak, level);
            loudFrames += level >= LOUD_DBFS ? 1 : 0;
        }
        return new SoundAmount(loudFrames * Sound.FRAME.toMillis(), peak);
    }
}
