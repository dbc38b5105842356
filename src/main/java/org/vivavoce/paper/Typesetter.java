package org.vivavoce.paper;

import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks paragraphs into lines and sets the letters of each line in the order they are seen. One thread at a time. */
final class Typesetter {

    private final InstalledFonts fonts;
    private final Locale language;

    /** @param language by which lines are broken */
    Typesetter(InstalledFonts fonts, Locale language) {
        this.fonts = fonts;
        this.language = language;
    }

    /**
     * A line.
     *
     * @param forms from left to right, in units of a thousandth of the letters' size
     * @param width of all of it, in the same units
     * @param right whether it begins at the right
     */
    record Line(List<ShapedText.Placed> forms, double width, boolean right) {}

    /** The lines of a text, in which line breaks stay. */
    List<Line> lines(String text, TextStyle style, double widthPoints) {
        List<Line> lines = new ArrayList<>();
        double width = widthPoints * InstalledFonts.EM / style.points();
        for (String paragraph : text.split("\\R", -1)) {
            String plain = paragraph.replaceAll("\\p{Cntrl}", " ").stripTrailing();
            if (plain.isEmpty()) {
                lines.add(new Line(List.of(), 0, false));
            } else {
                lines.addAll(linesOf(fonts.show(plain, style.bold()), width));
            }
        }
        return lines;
    }

    private List<Line> linesOf(InstalledFonts.Shown shown, double width) {
        AttributedString attributed = new AttributedString(shown.text());
        shown.runs().forEach(run -> attributed.addAttribute(TextAttribute.FONT, run.font(), run.start(), run.limit()));
        Bidi order = new Bidi(shown.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(),
                java.text.BreakIterator.getLineInstance(language), ShapedText.fine());
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < shown.text().length();) {
            int end = Math.max(start + 1, measurer.nextOffset((float) width));
            measurer.setPosition(end);
            lines.add(line(shown, order, start, trimmed(shown.text(), start, end)));
            start = end;
        }
        return lines;
    }

    private static int trimmed(String text, int start, int end) {
        int to = end;
        while (to > start && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    private record Piece(InstalledFonts.Run run, byte level) {}

    private static Line line(InstalledFonts.Shown shown, Bidi order, int start, int end) {
        if (start == end) {
            return new Line(List.of(), 0, !order.baseIsLeftToRight());
        }
        Piece[] pieces = pieces(shown, order, start, end).toArray(Piece[]::new);
        byte[] levels = new byte[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            levels[i] = pieces[i].level();
        }
        Bidi.reorderVisually(levels, 0, pieces, 0, pieces.length);
        List<ShapedText.Placed> forms = new ArrayList<>();
        double x = 0;
        char[] text = shown.text().toCharArray();
        for (Piece piece : pieces) {
            double from = x;
            for (ShapedText.Placed placed : ShapedText.shape(text, piece.run(), piece.level() % 2 == 1)) {
                forms.add(new ShapedText.Placed(placed.form(), from + placed.x()));
                x = Math.max(x, from + placed.x() + placed.form().advance());
            }
        }
        return new Line(forms, x, !order.baseIsLeftToRight());
    }

    /** The stretches of a line that have one font and one direction, as they are read. */
    private static List<Piece> pieces(InstalledFonts.Shown shown, Bidi order, int start, int end) {
        Bidi line = order.createLineBidi(start, end);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < line.getRunCount(); i++) {
            int runStart = start + line.getRunStart(i);
            int runLimit = start + line.getRunLimit(i);
            for (InstalledFonts.Run run : shown.runs()) {
                int from = Math.max(runStart, run.start());
                int to = Math.min(runLimit, run.limit());
                if (from < to) {
                    pieces.add(new Piece(new InstalledFonts.Run(from, to, run.font()), (byte) line.getRunLevel(i)));
                }
            }
        }
        return pieces;
    }
}
