package org.vivavoce.audio;

/**
 * Measures captured frames: how loud, how periodic as voices are, and at what pitch. Used by the {@code capture} thread; remembers the
 * last 40 ms.
 *
 * <p>Pitch is looked for below 1 kHz, at a quarter of the rate: it needs no more, and it costs a sixteenth.
 */
public final class LevelMeter {

    private static final int DECIMATION = Sound.CAPTURE_RATE / PitchTracker.RATE;
    private static final int FRAME = Sound.CAPTURE_FRAME / DECIMATION;

    /** Windowed sinc, −6 dB at 1 kHz: what is above would fold into the pitch range. */
    private static final float[] LOW_PASS = lowPass();

    private final float[] recent = new float[LOW_PASS.length - 1 + Sound.CAPTURE_FRAME];
    private final float[] window = new float[PitchTracker.WINDOW];
    private final PitchTracker pitch = new PitchTracker();

    /**
     * Measures the next frame.
     *
     * @param frame {@link Sound#CAPTURE_FRAME} samples; not changed
     */
    public SoundLevel measure(short[] frame) {
        decimate(frame);
        pitch.look(window);
        return new SoundLevel(SoundLevel.dbfs(frame, 0, Sound.CAPTURE_FRAME), pitch.periodicity(), pitch.hertz());
    }

    private void decimate(short[] frame) {
        int kept = LOW_PASS.length - 1;
        System.arraycopy(recent, Sound.CAPTURE_FRAME, recent, 0, kept);
        for (int i = 0; i < Sound.CAPTURE_FRAME; i++) {
            recent[kept + i] = frame[i];
        }
        System.arraycopy(window, FRAME, window, 0, window.length - FRAME);
        for (int i = 0; i < FRAME; i++) {
            float value = 0;
            for (int k = 0; k < LOW_PASS.length; k++) {
                value += recent[i * DECIMATION + k] * LOW_PASS[k];
            }
            window[window.length - FRAME + i] = value;
        }
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
