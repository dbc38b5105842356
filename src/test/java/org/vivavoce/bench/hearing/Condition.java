package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.List;

/**
 * How speech reaches the microphone.
 *
 * @param noise     what else is heard
 * @param snrDb     level of the speech frames over the noise's, dB; infinite when clean
 * @param levelDbfs level of the speech frames
 */
record Condition(Noise noise, double snrDb, int levelDbfs) {

    /** What there is beside speech. */
    enum Noise {
        CLEAN, WHITE, PINK, BABBLE, KEYBOARD, FAN
    }

    static final List<Integer> LEVELS = List.of(-20, -30, -40);
    static final List<Integer> SNRS = List.of(30, 20, 10, 5, 0);

    /** The whole matrix: 78 conditions. */
    static List<Condition> all() {
        List<Condition> all = new ArrayList<>();
        for (int level : LEVELS) {
            all.add(new Condition(Noise.CLEAN, Double.POSITIVE_INFINITY, level));
            for (Noise noise : Noise.values()) {
                if (noise != Noise.CLEAN) {
                    SNRS.forEach(snr -> all.add(new Condition(noise, snr, level)));
                }
            }
        }
        return all;
    }
}
