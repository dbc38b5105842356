package org.vivavoce.turn;

/**
 * The level of the room when nobody speaks: the minimum of the smoothed level over a window, in slices of a second, so that speech,
 * which always dips between words, does not lift it. The first 500 ms set it; from then on it rises by at most 3 dB a second.
 */
final class NoiseFloor {

    private static final int SLICE_FRAMES = 100;
    private static final double RISE_DB_PER_FRAME = 0.03;
    private static final int CALIBRATION_FRAMES = 50;
    private static final double HIGHEST_CALIBRATED = -40; // louder is somebody speaking already: it must not deafen
    private static final double SMOOTHING = 0.2; // of a new frame: about 50 ms

    private final double[] sliceMinima;
    private final double lowest;
    private double smoothed;
    private double current;
    private double floor;
    private int framesInSlice;
    private int slices;
    private int learned;
    private boolean started;

    /**
     * @param windowMs how far back the minimum looks
     * @param lowest   lowest floor believed in, dBFS
     */
    NoiseFloor(int windowMs, double lowest) {
        sliceMinima = new double[Math.max(1, windowMs / (SLICE_FRAMES * VoiceActivityValues.FRAME_MS))];
        this.lowest = lowest;
        floor = lowest;
    }

    void learn(double dbfs) {
        if (!started && dbfs <= lowest) {
            return; // a microphone that is only just opening delivers zeros: they say nothing about the room
        }
        if (!started) {
            started = true;
            smoothed = dbfs;
            current = dbfs;
        }
        smoothed += SMOOTHING * (dbfs - smoothed);
        current = Math.min(current, smoothed);
        if (++framesInSlice == SLICE_FRAMES) {
            sliceMinima[slices++ % sliceMinima.length] = current;
            framesInSlice = 0;
            current = smoothed;
        }
        double minimum = current;
        for (int i = 0; i < Math.min(slices, sliceMinima.length); i++) {
            minimum = Math.min(minimum, sliceMinima[i]);
        }
        double highest = ++learned <= CALIBRATION_FRAMES ? HIGHEST_CALIBRATED : floor + RISE_DB_PER_FRAME;
        floor = Math.max(lowest, Math.min(minimum, highest));
    }

    /** dBFS. */
    double dbfs() {
        return floor;
    }
}
