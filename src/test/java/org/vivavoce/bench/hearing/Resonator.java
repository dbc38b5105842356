package org.vivavoce.bench.hearing;

import org.vivavoce.audio.Sound;

/** A band-pass filter of second order: what makes a key sound like plastic and a door like wood. */
final class Resonator {

    private final double a1;
    private final double a2;
    private final double gain;
    private double y1;
    private double y2;

    /**
     * @param hertz     where it rings
     * @param bandwidth how wide, Hz; rings for about 1 / bandwidth seconds
     */
    Resonator(double hertz, double bandwidth) {
        double radius = Math.exp(-Math.PI * bandwidth / Sound.CAPTURE_RATE);
        a1 = 2 * radius * Math.cos(2 * Math.PI * hertz / Sound.CAPTURE_RATE);
        a2 = -radius * radius;
        gain = 1 - radius;
    }

    double next(double in) {
        double y = gain * in + a1 * y1 + a2 * y2;
        y2 = y1;
        y1 = y;
        return y;
    }
}
