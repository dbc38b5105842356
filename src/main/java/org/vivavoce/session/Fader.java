package org.vivavoce.session;

import org.vivavoce.audio.Sound;

/**
 * Makes the partner's voice softer and louder without a step that would click. The {@code session} thread says how loud it is to be,
 * the {@code playback} thread gets there.
 */
final class Fader {

    /** From silence to full loudness, milliseconds: longer than a click, shorter than a syllable. */
    private static final int RAMP_MS = 15;

    private static final double STEP = 1000.0 / (RAMP_MS * Sound.PLAYBACK_RATE);

    private volatile double wanted = 1;
    private double gain = 1; // playback thread, from here on

    /** As loud as it is, or softer by so many dB. */
    void softer(double byDb) {
        wanted = Math.pow(10, -byDb / 20);
    }

    /** What comes next begins in silence. */
    void beginsInSilence() {
        gain = 0;
    }

    /** Changes a frame in its place. */
    void apply(short[] frame) {
        double target = wanted;
        if (gain == 1 && target == 1) {
            return;
        }
        for (int i = 0; i < frame.length; i++) {
            gain += Math.clamp(target - gain, -STEP, STEP);
            frame[i] = (short) Math.round(frame[i] * gain);
        }
    }
}
