package org.vivavoce.paper;

/**
 * How a paragraph looks. A value.
 *
 * @param points the size of its letters, in points (1/72 inch)
 * @param bold   whether they are bold
 * @param gray   0 for black to 1 for white
 */
public record TextStyle(double points, boolean bold, double gray) {

    private static final double LINE = 1.45; // of the size: letters of all thirteen languages have room

    /** From one line to the next, points. */
    double linePoints() {
        return points * LINE;
    }
}
