package org.vivavoce.app;

/** Reads system properties that may be missing. */
public final class SystemProperty {

    private SystemProperty() {}

    /** The property, or empty text. */
    public static String of(String name) {
        String value = System.getProperty(name);
        return value == null ? "" : value;
    }
}
