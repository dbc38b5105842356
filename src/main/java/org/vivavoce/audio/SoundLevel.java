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

    private static final double FULL_SCALE = 32_768;

    /** RMS level of some samples in dB relative to full scale, not below that of silence. */
    public static double dbfs(short[] samples, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return dbfs(sum, length);
    }

    /** The same where the samples' squares are summed up already. */
    public static double dbfs(double sumOfSquares, int samples) {
        double power = sumOfSquares / samples / (FULL_SCALE * FULL_SCALE);
        return power == 0 ? SILENCE_DBFS : Math.max(SILENCE_DBFS, 10 * Math.log10(power));
    }

    /** RMS on the 0–128 scale of a browser's byte time-domain data. */
    public double rmsOf128() {
        return 128 * Math.pow(10, dbfs / 20);
    }
}
