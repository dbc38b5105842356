package org.vivavoce.conversation;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Five turns of an interview, without a key press, with the built-in partner. A class of its own: it lasts longest and begins first. */
@Tag("slow")
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
class BuiltInInterviewTest {

    @Test
    void interviewGoesOnForFiveTurns() throws Exception {
        BuiltInFiveTurns.hold("interview", "en",
                List.of(Utterance.english("I built a small service for orders last year."),
                        Utterance.english("I would split the database by customer."),
                        Utterance.english("My colleague reviewed every change I made."),
                        Utterance.english("I would write a test that breaks it first."),
                        Utterance.english("I learned to measure before I change anything.")));
    }
}
