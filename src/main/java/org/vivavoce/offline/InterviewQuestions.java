package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vivavoce.practice.Question;
import org.vivavoce.practice.QuestionBank;

/** The questions of an interview in the order they are asked: from easy to hard, the topics in turn. Immutable; any thread. */
final class InterviewQuestions {

    private final List<Question> questions;
    private final LineCycle cycle;

    InterviewQuestions(List<QuestionBank> banks) {
        questions = interleaved(banks);
        cycle = new LineCycle(questions.stream().map(Question::text).toList(),
                (int) questions.stream().filter(question -> question.level() == 1).count(), banks.size());
    }

    /**
     * A question that was asked.
     *
     * @param question the question
     * @param followUp whether the last that was asked is its follow-up
     */
    record Asked(Question question, boolean followUp) {
        String text() {
            return followUp ? question.followUp() : question.text();
        }
    }

    /** The question that stands in the room. */
    Optional<Asked> last(Dialogue dialogue) {
        List<String> texts = dialogue.partnerTexts();
        for (int i = texts.size() - 1; i >= 0; i--) {
            String text = Wording.plain(texts.get(i));
            Optional<Asked> asked = in(text);
            if (asked.isPresent()) {
                return asked;
            }
        }
        return Optional.empty();
    }

    /** The question to ask next. */
    Question next(Dialogue dialogue) {
        return questions.get(cycle.next(dialogue));
    }

    int count() {
        return questions.size();
    }

    private Optional<Asked> in(String plainText) {
        Optional<Asked> found = Optional.empty();
        int place = -1;
        for (Question question : questions) {
            int main = Wording.place(plainText, Wording.plain(question.text()));
            int followUp = Wording.place(plainText, Wording.plain(question.followUp()));
            if (Math.max(main, followUp) > place) {
                place = Math.max(main, followUp);
                found = Optional.of(new Asked(question, followUp > main));
            }
        }
        return found;
    }

    private static List<Question> interleaved(List<QuestionBank> banks) {
        List<Question> order = new ArrayList<>();
        for (int level = 1; level <= 3; level++) {
            int wanted = level;
            List<List<Question>> byTopic = banks.stream()
                    .map(bank -> bank.questions().stream().filter(question -> question.level() == wanted).toList())
                    .sorted(Comparator.comparingInt((List<Question> list) -> -list.size())).toList();
            int most = byTopic.isEmpty() ? 0 : byTopic.getFirst().size();
            for (int i = 0; i < most; i++) {
                for (List<Question> topic : byTopic) {
                    if (i < topic.size()) {
                        order.add(topic.get(i));
                    }
                }
            }
        }
        return order;
    }
}
