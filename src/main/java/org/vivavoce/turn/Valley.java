package org.vivavoce.turn;

/** The lowest level of the last seconds, smoothed over 50 ms, in slices of a second. */
final class Valley {

    private static final int SLICE_FRAMES = 100;
    private static final double SMOOTHING = 0.2; // of a new frame: about 50 ms

    private final double[] sliceMinima;
    private double smoothed;
    private double current;
    private int framesInSlice;
    private int slices;
    private boolean begun;

    /** @param windowMs how far back it looks, at least a second */
    Valley(int windowMs) {
        sliceMinima = new double[VoiceActivityValues.frames(windowMs) / SLICE_FRAMES];
    }

    void hear(double dbfs) {
        if (!begun) {
            begun = true;
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
    }

    /** Whether it has looked as far back as it should. */
    boolean isKnown() {
        return slices >= sliceMinima.length;
    }

    /** dBFS; of use when known. */
    double dbfs() {
        double lowest = current;
        for (double minimum : sliceMinima) {
            lowest = Math.min(lowest, minimum);
        }
        return lowest;
    }
}
