package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.practice.InterviewFeedback;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Question;

/**
 * Holds an interview: feedback first, then one question. A spoken answer gets feedback on its delivery, a typed one on its content.
 * Any thread.
 */
final class InterviewPartner implements ReplyWriter {

    private final Language english;
    private final InterviewQuestions questions;
    private final InterviewFeedback feedback;
    private final DeliveryFeedback deliveryFeedback;
    private final AnswerJudge judge;

    InterviewPartner(Language english, InterviewQuestions questions, InterviewFeedback feedback) {
        this.english = english;
        this.questions = questions;
        this.feedback = feedback;
        this.deliveryFeedback = new DeliveryFeedback(feedback);
        this.judge = new AnswerJudge(feedback);
    }

    @Override
    public List<String> reply(Dialogue dialogue) {
        if (dialogue.silent()) {
            return List.of(LineChoice.any(feedback.silence(), dialogue));
        }
        if (dialogue.beginning()) {
            return List.of(questions.next(dialogue).text());
        }
        if (dialogue.userText().isEmpty()) {
            return List
                    .of(dialogue.interrupted() ? LineChoice.any(feedback.goAhead(), dialogue) : english.didntCatch());
        }
        Optional<InterviewQuestions.Asked> asked = questions.last(dialogue);
        Optional<Cue> cue = Cue.of(dialogue.userText(), List.of(english));
        if (cue.isPresent()) {
            return steered(cue.get(), asked, dialogue);
        }
        List<String> parts = new ArrayList<>(judged(asked, dialogue));
        parts.add(nextText(asked, dialogue));
        return parts;
    }

    private List<String> judged(Optional<InterviewQuestions.Asked> asked, Dialogue dialogue) {
        String typed = dialogue.typed();
        if (typed.isEmpty() && dialogue.delivery().isPresent()) {
            return deliveryFeedback.about(dialogue.delivery().get(), dialogue);
        }
        if (asked.isEmpty() || asked.get().followUp()) {
            return List.of(LineChoice.any(feedback.notCompared(), dialogue));
        }
        return judge.judge(asked.get().question(), typed, dialogue);
    }

    private List<String> steered(Cue cue, Optional<InterviewQuestions.Asked> asked, Dialogue dialogue) {
        return switch (cue) {
            case WAIT -> List.of(LineChoice.any(feedback.patience(), dialogue));
            case STOP -> List.of(LineChoice.any(feedback.goAhead(), dialogue));
            case REPEAT -> List.of(LineChoice.any(feedback.again(), dialogue), lastText(asked, dialogue));
            case SKIP -> List.of(LineChoice.any(feedback.skipped(), dialogue), questions.next(dialogue).text());
            case DONT_KNOW -> asked.isPresent() && !asked.get().followUp()
                    ? List.of(LineChoice.any(feedback.notKnown(), dialogue), asked.get().question().modelAnswer(),
                            questions.next(dialogue).text())
                    : List.of(LineChoice.any(feedback.skipped(), dialogue), questions.next(dialogue).text());
        };
    }

    /** The next question; now and then one that digs into the last. */
    private String nextText(Optional<InterviewQuestions.Asked> asked, Dialogue dialogue) {
        boolean mayFollowUp = asked.isPresent() && !asked.get().followUp() && Math.floorMod(dialogue.seed(), 3) == 0;
        if (mayFollowUp && !dialogue.said(asked.get().question().followUp())) {
            return asked.get().question().followUp();
        }
        Question next = questions.next(dialogue);
        return dialogue.said(next.text())
                ? LineChoice.any(feedback.closingTheList(), dialogue) + " " + next.text()
                : next.text();
    }

    /** The opening asks something that is in no bank: then the whole of what was said last is said again. */
    private static String lastText(Optional<InterviewQuestions.Asked> asked, Dialogue dialogue) {
        String whole = dialogue.partnerTexts().isEmpty() ? "" : dialogue.partnerTexts().getLast();
        return asked.map(InterviewQuestions.Asked::text).orElse(whole);
    }
}
