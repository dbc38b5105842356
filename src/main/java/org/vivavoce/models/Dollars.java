package org.vivavoce.models;

import java.util.Locale;
import java.util.OptionalDouble;

/** Writes amounts of US dollars for the user. Without state. */
public final class Dollars {

    private static final double CENT = 0.01;

    private Dollars() {}

    /** An estimate: {@code about $0.12}, {@code less than $0.01}; {@code –} where it is not known. */
    public static String about(OptionalDouble dollars) {
        if (dollars.isEmpty()) {
            return "–";
        }
        return dollars.getAsDouble() < CENT ? "less than $0.01" : "about " + exact(dollars.getAsDouble());
    }

    /** An amount that somebody set: {@code $2.50}. */
    public static String exact(double dollars) {
        return String.format(Locale.ROOT, "$%.2f", dollars);
    }
}
