package org.vivavoce.paper;

import java.util.List;
import java.util.Locale;

/** What is drawn on a page. One thread at a time. */
final class Sheet {

    private static final double NEAR = 0.02; // points: what follows at once needs no place of its own

    private final OutlineFonts fonts;
    private final StringBuilder drawn = new StringBuilder();

    Sheet(OutlineFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Draws a line of text.
     *
     * @param forms from left to right
     * @param x     where it begins, points from the left
     * @param y     its base line, points from the bottom
     */
    void draw(List<ShapedText.Placed> forms, TextStyle style, double x, double y) {
        drawn.append("BT ").append(fine(style.gray())).append(" g\n");
        double scale = style.points() / InstalledFonts.EM;
        int font = -1;
        double pen = Double.NaN;
        boolean open = false;
        for (ShapedText.Placed placed : forms) {
            OutlineFonts.Code code = fonts.codeOf(placed.form());
            double at = x + placed.x() * scale;
            boolean goesOn = code.font() == font && Math.abs(at - pen) < NEAR;
            if (!goesOn) {
                if (open) {
                    drawn.append("> Tj\n");
                }
                if (code.font() != font) {
                    font = code.font();
                    drawn.append("/F").append(font).append(' ').append(fine(style.points())).append(" Tf\n");
                }
                drawn.append("1 0 0 1 ").append(fine(at)).append(' ').append(fine(y)).append(" Tm <");
                open = true;
                pen = at;
            }
            drawn.append(OutlineFonts.hex(code.code(), 2));
            pen += placed.form().advance() * scale;
        }
        drawn.append(open ? "> Tj\nET\n" : "ET\n");
    }

    /** Draws a thin line. */
    void rule(double fromX, double toX, double y) {
        drawn.append("0.85 G 0.7 w ").append(fine(fromX)).append(' ').append(fine(y)).append(" m ").append(fine(toX))
                .append(' ').append(fine(y)).append(" l S\n");
    }

    /** What a page of a PDF file holds. */
    String content() {
        return drawn.toString();
    }

    private static String fine(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
