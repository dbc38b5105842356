package org.vivavoce.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into passages that each make sense by themselves. Functions without state. */
final class Passages {

    /** A passage is as long as somebody would read aloud to make a point. */
    static final int MOST_CHARACTERS = 600;

    private static final int SHORT = 80; // a heading, a line of a list: it belongs to what follows
    private static final Pattern PARAGRAPH_END = Pattern.compile("\n[ \t]*\n\\s*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？؟।])\\s+|\n|(?<=[。！？])");

    private Passages() {}

    static List<String> of(String text) {
        List<String> passages = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String paragraph : PARAGRAPH_END.split(text, -1)) {
            for (String part : parts(paragraph.strip())) {
                boolean full = open.length() + part.length() > MOST_CHARACTERS;
                boolean complete = open.length() > SHORT && (part.length() > SHORT || part.startsWith("#"));
                if (!open.isEmpty() && (full || complete)) {
                    passages.add(open.toString());
                    open.setLength(0);
                }
                open.append(open.isEmpty() || part.isEmpty() ? "" : "\n").append(part);
            }
        }
        if (!open.isEmpty()) {
            passages.add(open.toString());
        }
        return passages;
    }

    /** A paragraph, or where it is long its sentences, or where these are, pieces of them. */
    private static List<String> parts(String paragraph) {
        if (paragraph.length() <= MOST_CHARACTERS) {
            return List.of(paragraph);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String sentence : SENTENCE_END.split(paragraph, -1)) {
            if (sentence.isBlank()) {
                continue;
            }
            if (!open.isEmpty() && open.length() + sentence.length() > MOST_CHARACTERS) {
                parts.add(open.toString());
                open.setLength(0);
            }
            open.append(open.isEmpty() ? "" : " ").append(sentence.strip());
            while (open.length() > MOST_CHARACTERS) {
                int space = open.lastIndexOf(" ", MOST_CHARACTERS);
                int end = space > 0 ? space : MOST_CHARACTERS;
                parts.add(open.substring(0, end));
                open.delete(0, space > 0 ? end + 1 : end);
            }
        }
        if (!open.isEmpty()) {
            parts.add(open.toString());
        }
        return parts;
    }
}
