package org.vivavoce.ai;

import java.util.regex.Pattern;

/** Takes out of a reply what is not meant for the ear: markdown, list marks, emoji. Functions without state; any thread. */
final class SpokenText {

    /** Stands before a text that does not begin a line: the marks at a line's start do not count there. */
    static final String WITHIN_A_LINE = "\uFFFF";
    /** Stands before a text that begins a line which is not the first. */
    static final String NEW_LINE = "\n";
    /** Stands before a text that begins the reply. */
    static final String BEGINNING = "";

    /** Bullets, headings and quotes begin a line; numbers do so from the second line on (a reply "7." is an answer, not a list). */
    private static final Pattern LINE_MARKS = Pattern
            .compile("(?m)^[ \\t]*(?:[-•–*+]|#{1,6}|>)[ \\t]+|(?<=\\n)[ \\t]*\\d{1,2}[.)][ \\t]+");
    /** Stars but not "2 * 3"; underlines but not "snake_case"; "C#" stays too. */
    private static final Pattern EMPHASIS = Pattern
            .compile("(?<!\\d[ ]?)\\*+|\\*+(?![ ]?\\d)|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])|`+|~~");
    /** Symbols that have a name in speech stay: "20 °C", "№ 5". */
    private static final Pattern EMOJI = Pattern
            .compile("(?:[\\p{So}&&[^°©®™℃℉№]]|[\\x{1F000}-\\x{1FAFF}\\x{FE0F}\\x{20E3}]"
                    + "|[\\x{E0020}-\\x{E007F}])\\x{200D}?");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SpokenText() {}

    /**
     * The text without what is not meant for the ear.
     *
     * @param before one of the constants: what stands before the text in its reply
     */
    static String of(String text, String before) {
        String line = LINE_MARKS.matcher(before + text).replaceAll("");
        // Emoji before emphasis would join what they separate: they go last.
        String plain = EMOJI.matcher(EMPHASIS.matcher(line).replaceAll("")).replaceAll("");
        return SPACES.matcher(plain.replace(WITHIN_A_LINE, "")).replaceAll(" ").strip();
    }
}
