package org.vivavoce.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses among lines that would do equally well: one that was not said lately. Any thread. */
final class LineChoice {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    private LineChoice() {}

    /**
     * A line that cannot be seen in the dialogue.
     *
     * @param lines may hold placeholders in braces
     * @return empty when all of them have been said
     */
    static Optional<String> unused(List<String> lines, Dialogue dialogue) {
        int start = lines.isEmpty() ? 0 : Math.floorMod(dialogue.seed(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get((start + i) % lines.size());
            if (!dialogue.said(longestLiteral(line))) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** A line that cannot be seen, or else any: where something must be said. */
    static String any(List<String> lines, Dialogue dialogue) {
        return unused(lines, dialogue).orElse(lines.get(Math.floorMod(dialogue.seed(), lines.size())));
    }

    /** What of a line is the same whatever the placeholders stand for. */
    private static String longestLiteral(String line) {
        return PLACEHOLDER.splitAsStream(line).max(Comparator.comparingInt(String::length)).orElse(line);
    }
}
