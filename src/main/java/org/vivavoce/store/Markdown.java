package org.vivavoce.store;

import java.util.stream.Collectors;

/** Text of a user as Markdown that shows it as it stands. Functions without state. */
public final class Markdown {

    private Markdown() {}

    /** Puts a backslash before what would mean something, at the beginning of a line or within it. */
    public static String escape(String text) {
        return text.lines().map(Markdown::line).collect(Collectors.joining("\n"));
    }

    /** The same, its further lines indented so that they belong to the same item of a list. */
    public static String inList(String text) {
        return escape(text).replace("\n", "\n  ");
    }

    private static String line(String line) {
        return line.strip().replaceAll("[\\\\`*_\\[\\]<>&|~]", "\\\\$0")
                .replaceFirst("^([#+=-])", "\\\\$1")
                .replaceFirst("^(\\d{1,9})([.)])", "$1\\\\$2");
    }
}
