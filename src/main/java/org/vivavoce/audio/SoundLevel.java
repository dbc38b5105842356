package org.vivavoce.audio;

/**
 * What is measured of a frame.
 *
 * @param dbfs        RMS level in dB relative to full scale; −100 for silence
 * @param periodicity 0 to 1: how periodic the last 40 ms are at 70–350 Hz (normalised autocorrelation); voices are above 0.5, keys and
 *                    fans below
 * @param pitchHertz  the pitch they have there, followed from frame to frame; 0 where there is none
 */
public record SoundLevel(double dbfs, double periodicity, double pitchHertz) {

    /** The level of silence. */
    public static final double SILENCE_DBFS = -100;

    /** RMS on the 0–128 scale of a browser's byte time-domain data. */
    public double rmsOf128() {
        return 128 * Math.pow(10, dbfs / 20);
    }
}
