package org.vivavoce.paper;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.TextAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds a font for each letter: the system's usual one, which has most scripts by itself, and else the first installed one that has the
 * letter. One thread at a time.
 */
final class InstalledFonts {

    /** Fonts are asked for in units of which an em has so many, as PDF counts. */
    static final int EM = 1000;

    private static final int STAND_IN = '\u25A1'; // a hollow square

    private final Map<Integer, Optional<Font>> found = new HashMap<>();
    private final TreeSet<String> missing = new TreeSet<>();

    /** A stretch of text that one font can show. */
    record Run(int start, int limit, Font font) {}

    /**
     * Text of which each letter can be shown, and by which font.
     *
     * @param text as it is drawn: letters that no font has are replaced
     */
    record Shown(String text, List<Run> runs) {}

    /** Which fonts show a text. */
    Shown show(String text, boolean bold) {
        Font usual = usual(bold);
        StringBuilder drawn = new StringBuilder(text.length());
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < text.length();) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            int start = drawn.length();
            Font font = fontOf(letter, usual, bold).orElse(usual);
            drawn.appendCodePoint(fontOf(letter, usual, bold).isPresent() ? letter : standIn(letter, usual));
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.font().equals(font)) {
                runs.set(runs.size() - 1, new Run(last.start(), drawn.length(), font));
            } else {
                runs.add(new Run(start, drawn.length(), font));
            }
        }
        return new Shown(drawn.toString(), runs);
    }

    /** The kinds of letters that could not be shown up to now, for the user. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** A letter was found in a font, but it is a picture, which has no outline. */
    void isPicture(int letter) {
        missing.add(kind(letter));
    }

    private static Font usual(boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, EM)
                .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }

    private Optional<Font> fontOf(int letter, Font usual, boolean bold) {
        if (isInvisible(letter) || usual.canDisplay(letter)) {
            return Optional.of(usual);
        }
        Optional<Font> other = found.computeIfAbsent(letter, this::search);
        return other.map(font -> font.deriveFont(bold ? Font.BOLD : Font.PLAIN, EM));
    }

    /** What was found for another letter is tried first: letters of a script come together. */
    private Optional<Font> search(int letter) {
        Optional<Font> known = found.values().stream().flatMap(Optional::stream)
                .filter(font -> font.canDisplay(letter)).findFirst();
        if (known.isPresent()) {
            return known;
        }
        for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
            if (font.canDisplay(letter)) {
                return Optional.of(font);
            }
        }
        return Optional.empty();
    }

    private int standIn(int letter, Font usual) {
        missing.add(kind(letter));
        return usual.canDisplay(STAND_IN) ? STAND_IN : '?';
    }

    /** Marks of direction, joiners and variants: fonts go by them, and show nothing. */
    static boolean isInvisible(int letter) {
        int type = Character.getType(letter);
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || type == Character.FORMAT
                || type == Character.CONTROL || (letter >= 0xFE00 && letter <= 0xFE0F);
    }

    private static String kind(int letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return switch (script) {
            case COMMON, INHERITED, UNKNOWN -> "pictures and signs";
            default -> {
                String name = script.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
                yield Character.toUpperCase(name.charAt(0)) + name.substring(1);
            }
        };
    }
}
