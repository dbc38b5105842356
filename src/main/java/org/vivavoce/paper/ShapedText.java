package org.vivavoce.paper;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes a stretch of text that one font shows in one direction: what belongs together (a letter and its accents, a syllable of Hindi)
 * becomes one form with the text it stands for. Functions without state.
 */
final class ShapedText {

    private static final FontRenderContext FINE = new FontRenderContext(null, true, true);
    private static final int NO_GLYPH = 0xFFFE; // from here on the font's codes stand for nothing to be drawn

    private ShapedText() {}

    /** As {@link InstalledFonts#EM} has it, without the hinting of a screen. */
    static FontRenderContext fine() {
        return FINE;
    }

    /**
     * A form, drawn at one place.
     *
     * @param form what is drawn
     * @param x    where, from the beginning of the stretch
     */
    record Placed(Form form, double x) {}

    /**
     * What is drawn in one piece.
     *
     * @param text    what it stands for
     * @param outline around its own origin, y downwards; empty for a space
     * @param key     the same for forms that are the same
     * @param advance to where the next one stands
     */
    record Form(String text, Shape outline, String key, double advance) {}

    /** The forms of a stretch, from left to right. */
    static List<Placed> shape(char[] text, InstalledFonts.Run run, boolean rightToLeft) {
        GlyphVector glyphs = run.font().layoutGlyphVector(FINE, text, run.start(), run.limit(),
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        int count = glyphs.getNumGlyphs();
        int[] letters = glyphs.getGlyphCharIndices(0, count, null);
        List<Placed> placed = new ArrayList<>();
        for (int first = 0; first < count;) {
            int end = first + 1;
            while (end < count && letters[end] == letters[first]) {
                end++;
            }
            String words = textOf(text, run, letters, letters[first]);
            placed.add(form(glyphs, first, end, words, run.font()));
            first = end;
        }
        return placed;
    }

    /** The letters from one on, up to the next that has a form of its own. */
    private static String textOf(char[] text, InstalledFonts.Run run, int[] letters, int letter) {
        int next = run.limit() - run.start();
        for (int other : letters) {
            if (other > letter) {
                next = Math.min(next, other);
            }
        }
        return new String(text, run.start() + letter, next - letter);
    }

    private static Placed form(GlyphVector glyphs, int first, int end, String words, Font font) {
        double x = glyphs.getGlyphPosition(first).getX();
        Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        StringBuilder key = new StringBuilder(font.getFontName()).append(font.getStyle()).append('|').append(words);
        for (int i = first; i < end; i++) {
            int code = glyphs.getGlyphCode(i);
            if ((code & 0xFFFF) >= NO_GLYPH) {
                continue;
            }
            double right = glyphs.getGlyphPosition(i).getX() - x;
            double down = glyphs.getGlyphPosition(i).getY();
            Shape glyph = font.createGlyphVector(FINE, new int[]{code}).getGlyphOutline(0);
            outline.append(AffineTransform.getTranslateInstance(right, down).createTransformedShape(glyph), false);
            key.append('|').append(code).append('@').append(Math.round(right)).append(',').append(Math.round(down));
        }
        double advance = glyphs.getGlyphPosition(end).getX() - x;
        return new Placed(new Form(words, outline, key.append('|').append(Math.round(advance)).toString(), advance),
                x);
    }
}
