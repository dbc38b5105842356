package org.vivavoce.bench.conversation;

import java.util.Locale;

/**
 * A figure and what it is meant to be.
 *
 * @param name   what was measured, with its unit
 * @param value  NaN where it could not be measured
 * @param bound  how it is judged
 * @param target what it is meant to reach or not to exceed
 */
public record Finding(String name, double value, Bound bound, double target) {

    /** How a figure is judged. */
    public enum Bound {
        AT_MOST("<="), AT_LEAST(">="), NONE("");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    /** A figure that is not to exceed something. */
    public static Finding atMost(String name, double value, double target) {
        return new Finding(name, value, Bound.AT_MOST, target);
    }

    /** A figure that is to reach something. */
    public static Finding atLeast(String name, double value, double target) {
        return new Finding(name, value, Bound.AT_LEAST, target);
    }

    /** A figure that is only told. */
    public static Finding told(String name, double value) {
        return new Finding(name, value, Bound.NONE, Double.NaN);
    }

    /** Whether it is what it is meant to be. */
    public boolean isMet() {
        return switch (bound) {
            case AT_MOST -> value <= target;
            case AT_LEAST -> value >= target;
            case NONE -> true;
        };
    }

    /** The target as a table shows it. */
    String targetText() {
        return bound == Bound.NONE ? "" : bound.sign + " " + number(target);
    }

    /** The verdict as a table shows it. */
    String verdict() {
        return bound == Bound.NONE ? "" : isMet() ? "met" : Double.isNaN(value) ? "not measured" : "MISSED";
    }

    /** As many places as make sense. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.1f", value);
    }
}
