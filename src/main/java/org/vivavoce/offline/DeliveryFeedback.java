package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.practice.InterviewFeedback;

/** Says how a spoken answer came across, and nothing about what was in it. Any thread. */
final class DeliveryFeedback {

    /** The user has hardly heard anything yet. */
    private static final int EARLY_TURNS = 6;

    private final InterviewFeedback feedback;

    DeliveryFeedback(InterviewFeedback feedback) {
        this.feedback = feedback;
    }

    /** One or two observations; the first time, and when it has not been said for long, that words are not understood. */
    List<String> about(Delivery delivery, Dialogue dialogue) {
        List<String> parts = new ArrayList<>();
        LineChoice.unused(length(delivery), dialogue).ifPresent(parts::add);
        for (List<String> lines : manner(delivery)) {
            Optional<String> line = parts.size() < 2 ? LineChoice.unused(lines, dialogue) : Optional.empty();
            line.ifPresent(parts::add);
        }
        if (feedback.noRecogniser().stream().noneMatch(dialogue::said)) {
            // The first line explains, the others remind.
            boolean early = dialogue.partnerTexts().size() < EARLY_TURNS;
            List<String> reminders = feedback.noRecogniser().subList(1, feedback.noRecogniser().size());
            parts.add(early ? feedback.noRecogniser().getFirst() : LineChoice.any(reminders, dialogue));
        }
        return parts.stream().map(line -> fill(line, delivery)).toList();
    }

    private List<String> length(Delivery delivery) {
        if (delivery.seconds() < 8) {
            return feedback.tooShort();
        }
        if (delivery.seconds() < 20) {
            return feedback.brief();
        }
        return delivery.seconds() <= 100 ? feedback.goodLength() : feedback.tooLong();
    }

    /** What else stands out, the most useful first; a short answer has no rhythm to speak of. */
    private List<List<String>> manner(Delivery delivery) {
        List<List<String>> lines = new ArrayList<>();
        if (delivery.dbfs() < -38) {
            lines.add(feedback.quiet());
        }
        if (delivery.dbfs() > -8) {
            lines.add(feedback.loud());
        }
        if (delivery.longestSeconds() >= 2.5) {
            lines.add(feedback.longPause());
        }
        double pausesPerMinute = 60 * delivery.pauses() / Math.max(1, delivery.seconds());
        if (delivery.seconds() >= 8 && delivery.pauses() >= 3 && pausesPerMinute > 12) {
            lines.add(feedback.manyPauses());
        } else if (delivery.seconds() >= 20 && delivery.pauses() <= 1) {
            lines.add(feedback.fluent());
        } else if (delivery.seconds() >= 20 && delivery.pauses() >= 2 && delivery.longestSeconds() < 2.5) {
            lines.add(feedback.goodPauses());
        }
        return lines;
    }

    private static String fill(String line, Delivery delivery) {
        return line.replace("{seconds}", String.valueOf(Math.max(1, Math.round(delivery.seconds()))))
                .replace("{pauses}", String.valueOf(delivery.pauses()))
                .replace("{longest}", String.valueOf(Math.max(1, Math.round(delivery.longestSeconds()))));
    }
}
