package org.vivavoce.offline;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Goes through lines in an order that repeats none before all were said, although every request shows only the last messages: the
 * next line follows from the last one alone, and how far to step from the last two. Immutable; any thread.
 */
final class LineCycle {

    /** So few lines would be climbed too fast in large steps. */
    private static final int FEW = 40;

    private final List<String> lines;
    private final int easy;
    private final List<Integer> steps;

    /**
     * Takes the lines.
     *
     * @param lines from easy to hard
     * @param easy  how many of the first a conversation may begin with
     * @param group lines so far apart are alike, such as questions on one topic: no step is a multiple of it (1: all lines differ)
     */
    LineCycle(List<String> lines, int easy, int group) {
        this.lines = lines.stream().map(Wording::plain).toList();
        this.easy = Math.max(1, easy);
        // Small steps, so that a conversation climbs from easy to hard; without a common divisor, so that it meets every line.
        this.steps = IntStream.rangeClosed(1, lines.size() < FEW ? 2 : 4)
                .filter(step -> divisor(step, lines.size()) == 1)
                .filter(step -> group == 1 || step % group != 0).boxed().toList();
    }

    /** The line that was said last, −1 for none. */
    int lastIn(List<String> partnerTexts) {
        return lastBefore(partnerTexts, partnerTexts.size(), -1);
    }

    /** The line to say next. */
    int next(Dialogue dialogue) {
        List<String> texts = dialogue.partnerTexts();
        int last = lastIn(texts);
        if (last < 0) {
            return Math.floorMod(dialogue.seed(), Math.min(easy, lines.size()));
        }
        int before = lastBefore(texts, texts.size(), last);
        int step = Math.floorMod(last - before, lines.size());
        if (before < 0 || !steps.contains(step)) {
            step = steps.get(Math.floorMod(dialogue.seed(), steps.size()));
        }
        return (last + step) % lines.size();
    }

    private int lastBefore(List<String> texts, int end, int except) {
        for (int i = end - 1; i >= 0; i--) {
            String text = Wording.plain(texts.get(i));
            int found = -1;
            int place = -1;
            for (int line = 0; line < lines.size(); line++) {
                int at = line == except ? -1 : Wording.place(text, lines.get(line));
                if (at > place) {
                    found = line;
                    place = at;
                }
            }
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
