package org.vivavoce.audio;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.filters.HighPass;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;

/**
 * Cleans as far as filters can, where the native library does not load: takes out what lies below 80 Hz, echo stays. Called by the
 * {@code capture} thread; {@link #played} does nothing.
 */
public final class FilterEchoCanceller implements EchoCanceller {

    /** Below it there is no voice, but hum, wind and knocks on the table. */
    private static final float LOWEST_HERTZ = 80;

    private static final float FULL_SCALE = 32768f;

    private final HighPass highPass = new HighPass(LOWEST_HERTZ, Sound.CAPTURE_RATE);
    private final AudioEvent event = new AudioEvent(
            new TarsosDSPAudioFormat(Sound.CAPTURE_RATE, 8 * Pcm.BYTES, 1, true, false));
    private final float[] samples = new float[Sound.CAPTURE_FRAME];

    @Override
    public void played(short[] frame) {
        // a filter needs no reference
    }

    @Override
    public boolean clean(short[] frame) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = frame[i] / FULL_SCALE;
        }
        event.setFloatBuffer(samples);
        highPass.process(event);
        for (int i = 0; i < samples.length; i++) {
            frame[i] = Pcm.clip(samples[i] * FULL_SCALE);
        }
        return true;
    }

    @Override
    public boolean cancelsEcho() {
        return false;
    }

    @Override
    public void close() {
        // nothing to give back
    }
}
