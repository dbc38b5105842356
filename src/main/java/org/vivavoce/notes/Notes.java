package org.vivavoce.notes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All notes of a conversation, searched for what fits a question. Immutable; any thread. */
public final class Notes {

    /** Nothing was given. */
    public static final Notes NONE = new Notes(List.of());

    /** So much is told at most: more would be read by a chat model that must answer soon. */
    static final int MOST_TOLD = 3000;
    /** Notes that are shorter are told whole: then nothing that matters is overlooked. */
    static final int SHORT_NOTES = 2000;

    private static final int BEGINNING = 120;
    private static final double ENOUGH = 0.25; // of what the best passage fits; what fits less is chance

    private record Passage(Note note, String text, Set<String> terms) {}

    private record Fitting(Passage passage, double score, int place) {}

    private final List<Note> notes;
    private final List<Passage> passages;
    private final int characters;

    public Notes(List<Note> notes) {
        this.notes = List.copyOf(notes);
        this.passages = notes.stream().flatMap(
                note -> Passages.of(note.text()).stream().map(text -> new Passage(note, text, Terms.of(text))))
                .toList();
        this.characters = notes.stream().mapToInt(note -> note.text().length()).sum();
    }

    public boolean isEmpty() {
        return notes.isEmpty();
    }

    /** The names of the files. */
    public List<String> names() {
        return notes.stream().map(Note::name).toList();
    }

    /**
     * What fits a question, each passage with the name of its file, in the order it stands there; notes that are short as they are.
     *
     * @return empty where nothing fits
     */
    public String lookFor(String question) {
        if (characters <= SHORT_NOTES) {
            return notes.stream().map(note -> "From " + note.name() + ":\n" + note.text())
                    .collect(Collectors.joining("\n\n"));
        }
        List<Fitting> best = fitting(Terms.of(question));
        List<Fitting> told = new ArrayList<>();
        int length = 0;
        for (Fitting each : best) {
            length += each.passage.text.length() + each.passage.note.name().length();
            if (length > MOST_TOLD || each.score < ENOUGH * best.getFirst().score) {
                break;
            }
            told.add(each);
        }
        told.sort(Comparator.comparingInt(Fitting::place));
        return told.stream().map(each -> "From " + each.passage.note.name() + ":\n" + each.passage.text)
                .collect(Collectors.joining("\n\n"));
    }

    /** Words that stand in few passages tell more; a passage does not fit better for being long. */
    private List<Fitting> fitting(Set<String> asked) {
        Map<String, Double> weights = new HashMap<>();
        for (String term : asked) {
            long in = passages.stream().filter(passage -> has(passage, term)).count();
            weights.put(term, in == 0 ? 0 : Math.log(1 + passages.size() / (double) in));
        }
        List<Fitting> all = new ArrayList<>();
        for (int place = 0; place < passages.size(); place++) {
            Passage passage = passages.get(place);
            double score = asked.stream().filter(term -> has(passage, term))
                    .mapToDouble(term -> weights.getOrDefault(term, 0.0)).sum();
            if (score > 0) {
                all.add(new Fitting(passage, score, place));
            }
        }
        all.sort(Comparator.comparingDouble(Fitting::score).reversed());
        return all;
    }

    private static boolean has(Passage passage, String term) {
        return passage.terms.contains(term) || passage.terms.stream().anyMatch(each -> Terms.same(each, term));
    }

    /** How each of the notes begins: for whoever asked for something that is not in them. */
    public String beginnings() {
        return notes.stream().map(note -> note.name() + " begins: " + beginning(note.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String beginning(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= BEGINNING ? line : line.substring(0, BEGINNING) + "…";
    }

    @Override
    public String toString() {
        return "Notes[" + notes.size() + "]"; // what is in them never enters a log
    }
}
