package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vivavoce.practice.InterviewFeedback;
import org.vivavoce.practice.KeyPoint;
import org.vivavoce.practice.Question;

/** Judges a typed answer by the key points of the question: what it named, what it missed, and a tip. Any thread. */
final class AnswerJudge {

    /** From this share of the key points on an answer counts as complete: nobody names every one. */
    private static final double COMPLETE = 0.75;

    /** More than three names in one sentence nobody takes in by ear. */
    private static final int MOST_NAMED = 3;

    private final InterviewFeedback feedback;

    AnswerJudge(InterviewFeedback feedback) {
        this.feedback = feedback;
    }

    /** What is said about an answer, in parts. */
    List<String> judge(Question question, String answer, Dialogue dialogue) {
        List<String> named = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        String lower = answer.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
        for (KeyPoint point : question.keyPoints()) {
            boolean there = point.anyOf().stream().anyMatch(word -> Wording.holdsWord(lower, word));
            (there ? named : missing).add(point.name());
        }
        if (named.isEmpty()) {
            return List.of(fill(LineChoice.any(feedback.nothingNamed(), dialogue), named, missing),
                    question.modelAnswer());
        }
        boolean complete = named.size() >= COMPLETE * question.keyPoints().size();
        List<String> lines = complete ? feedback.complete() : feedback.partly();
        return List.of(fill(LineChoice.any(lines, dialogue), named, missing), question.tip());
    }

    private static String fill(String line, List<String> named, List<String> missing) {
        return line.replace("{named}", list(named.subList(0, Math.min(MOST_NAMED, named.size()))))
                .replace("{missing}", missing.isEmpty() ? "" : missing.getFirst());
    }

    private static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
