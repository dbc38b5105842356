package org.vivavoce.ui.common;

import java.util.function.ToDoubleFunction;

/** Breaks text into lines by itself, at spaces. Functions without state; any thread. */
final class LineBreaks {

    private LineBreaks() {}

    /**
     * The text with line ends in place of those spaces at which it must be broken: every other character keeps its place. A word that is
     * wider than a line has one of its own.
     *
     * @param width    of a line
     * @param widthOf  how wide a text is in one line, in the same unit
     */
    static String into(String text, double width, ToDoubleFunction<String> widthOf) {
        StringBuilder broken = new StringBuilder(text);
        int line = 0; // where it begins
        int space = -1; // the last one in the line at which it can be broken
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length();
            if (!end && text.charAt(at) != ' ' && text.charAt(at) != '\n') {
                continue;
            }
            if (space >= 0 && widthOf.applyAsDouble(text.substring(line, at)) > width) {
                broken.setCharAt(space, '\n');
                line = space + 1;
                space = -1;
            }
            if (!end && text.charAt(at) == '\n') {
                line = at + 1;
                space = -1;
            } else {
                space = at;
            }
        }
        return broken.toString();
    }
}
