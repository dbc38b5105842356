package org.vivavoce.audio;

/**
 * Measures captured frames: how loud, and how periodic as voices are. Used by the {@code capture} thread; remembers the last 40 ms.
 *
 * <p>Periodicity is the normalised autocorrelation of what lies below 1 kHz, at a quarter of the rate: pitch needs no more, and it
 * costs a sixteenth.
 */
public final class LevelMeter {

    private static final int DECIMATION = 4;
    private static final int RATE = Sound.CAPTURE_RATE / DECIMATION;
    private static final int WINDOW = RATE * 40 / 1000;
    private static final int FRAME = Sound.CAPTURE_FRAME / DECIMATION;

    /** Voices are from 70 Hz (a deep man's) to 350 Hz (a child's). */
    private static final int SHORTEST_LAG = RATE / 350;
    private static final int LONGEST_LAG = RATE / 70;
    private static final int SUM_LENGTH = WINDOW - LONGEST_LAG - 1;

    /** How far below a peak the correlation must have been before it: what never falls is a rumble, not a period. */
    private static final double LEAST_DIP = 0.25;

    /** Windowed sinc, −6 dB at 1 kHz: what is above would fold into the pitch range. */
    private static final float[] LOW_PASS = lowPass();

    /** Below this level there is nothing to find a pitch in: the hiss of 16 bits. */
    private static final double LEAST_ENERGY = 4.0 * SUM_LENGTH;

    private final float[] recent = new float[LOW_PASS.length - 1 + Sound.CAPTURE_FRAME];
    private final float[] window = new float[WINDOW];
    private final double[] correlation = new double[LONGEST_LAG + 2];

    /**
     * Measures the next frame.
     *
     * @param frame {@link Sound#CAPTURE_FRAME} samples; not changed
     */
    public SoundLevel measure(short[] frame) {
        double sum = 0;
        for (int i = 0; i < Sound.CAPTURE_FRAME; i++) {
            sum += (double) frame[i] * frame[i];
        }
        double rms = Math.sqrt(sum / Sound.CAPTURE_FRAME) / 32768;
        double dbfs = rms == 0 ? SoundLevel.SILENCE_DBFS : Math.max(SoundLevel.SILENCE_DBFS, 20 * Math.log10(rms));
        decimate(frame);
        return new SoundLevel(dbfs, periodicity());
    }

    private void decimate(short[] frame) {
        int kept = LOW_PASS.length - 1;
        System.arraycopy(recent, Sound.CAPTURE_FRAME, recent, 0, kept);
        for (int i = 0; i < Sound.CAPTURE_FRAME; i++) {
            recent[kept + i] = frame[i];
        }
        System.arraycopy(window, FRAME, window, 0, WINDOW - FRAME);
        for (int i = 0; i < FRAME; i++) {
            float value = 0;
            for (int k = 0; k < LOW_PASS.length; k++) {
                value += recent[i * DECIMATION + k] * LOW_PASS[k];
            }
            window[WINDOW - FRAME + i] = value;
        }
    }

    /** The highest peak of the normalised autocorrelation at the lags of voices, 0 where there is none. */
    private double periodicity() {
        double energy = energy(0);
        if (energy < LEAST_ENERGY) {
            return 0;
        }
        double lagged = energy;
        correlation[0] = 1;
        for (int lag = 1; lag <= LONGEST_LAG + 1; lag++) {
            lagged += square(window[lag + SUM_LENGTH - 1]) - square(window[lag - 1]);
            double product = 0;
            for (int i = 0; i < SUM_LENGTH; i++) {
                product += window[i] * window[i + lag];
            }
            double scale = Math.sqrt(energy * Math.max(lagged, 1e-3));
            correlation[lag] = product / scale;
        }
        double best = 0;
        double lowest = 1;
        for (int lag = 1; lag <= LONGEST_LAG; lag++) {
            double here = correlation[lag];
            lowest = Math.min(lowest, here);
            boolean peak = here >= correlation[lag - 1] && here > correlation[lag + 1];
            if (peak && lag >= SHORTEST_LAG && here - lowest >= LEAST_DIP) {
                best = Math.max(best, top(lag));
            }
        }
        return Math.min(1, best);
    }

    /** The height of the parabola through a peak and its neighbours: at 4 kHz a period lies between two lags. */
    private double top(int lag) {
        double before = correlation[lag - 1];
        double here = correlation[lag];
        double after = correlation[lag + 1];
        double curve = before - 2 * here + after;
        return curve == 0 ? here : here - square(before - after) / (8 * curve);
    }

    private double energy(int from) {
        double energy = 0;
        for (int i = from; i < from + SUM_LENGTH; i++) {
            energy += square(window[i]);
        }
        return energy;
    }

    private static double square(double value) {
        return value * value;
    }

    private static float[] lowPass() {
        int length = 31;
        float[] taps = new float[length];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double x = (i - length / 2) / (2.0 * DECIMATION) * Math.PI;
            double sinc = x == 0 ? 1 : Math.sin(x) / x;
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 1) / (length + 1));
            taps[i] = (float) (sinc * hann);
            sum += taps[i];
        }
        for (int i = 0; i < length; i++) {
            taps[i] /= (float) sum;
        }
        return taps;
    }
}
