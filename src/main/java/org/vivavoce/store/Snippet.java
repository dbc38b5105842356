package org.vivavoce.store;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a message around what was found in it. A value.
 *
 * @param text      of the message, as it stands there
 * @param marks     what was found, in order, as places in the text
 * @param cutBefore whether the message begins earlier
 * @param cutAfter  whether it goes on
 */
public record Snippet(String text, List<Mark> marks, boolean cutBefore, boolean cutAfter) {

    /** So many characters are shown before the first mark, and so many in all. */
    private static final int BEFORE = 40;
    private static final int LONGEST = 160;

    /** So far from where it is wanted a cut may be between words. */
    private static final int NEAR = 20;

    /**
     * A place in a text.
     *
     * @param begin index of the first character
     * @param end   index behind the last
     */
    public record Mark(int begin, int end) {}

    public Snippet {
        marks = List.copyOf(marks);
    }

    /** The piece of a text around the first of the marks; cut between words where there are some nearby. */
    static Snippet of(String text, List<Mark> found) {
        List<Mark> marks = apart(found);
        int first = marks.isEmpty() ? 0 : marks.getFirst().begin();
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int from = first <= BEFORE ? 0 : nearby(text, words.following(first - BEFORE - 1), first - BEFORE);
        int longest = from + LONGEST;
        int cut = text.length() <= longest ? text.length() : nearby(text, words.preceding(longest + 1), longest);
        int to = marks.isEmpty() ? cut : Math.max(cut, marks.getFirst().end()); // what was found is shown, however long
        List<Mark> within = marks.stream().filter(mark -> mark.begin() >= from && mark.end() <= to)
                .map(mark -> new Mark(mark.begin() - from, mark.end() - from)).toList();
        return new Snippet(text.substring(from, to), within, from > 0, to < text.length());
    }

    /** A boundary of words where it is near enough; in a script without spaces it may not be. Never within a character. */
    private static int nearby(String text, int boundary, int wanted) {
        if (Math.abs(boundary - wanted) <= NEAR) {
            return boundary;
        }
        return Character.isLowSurrogate(text.charAt(wanted)) ? wanted - 1 : wanted;
    }

    /** In order, and where they overlap, as one. */
    private static List<Mark> apart(List<Mark> marks) {
        List<Mark> apart = new ArrayList<>();
        for (Mark mark : marks.stream().sorted(Comparator.comparingInt(Mark::begin)).toList()) {
            if (!apart.isEmpty() && mark.begin() <= apart.getLast().end()) {
                Mark last = apart.removeLast();
                apart.add(new Mark(last.begin(), Math.max(last.end(), mark.end())));
            } else {
                apart.add(mark);
            }
        }
        return apart;
    }

    @Override
    public String toString() {
        return "Snippet[" + text.length() + " characters]"; // what was said never enters a log
    }
}
