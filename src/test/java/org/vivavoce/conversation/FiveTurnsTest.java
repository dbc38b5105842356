package org.vivavoce.conversation;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Five turns in a row without a key press, in each mode, with the local server. */
@Tag("slow")
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class FiveTurnsTest {

    @Test
    void interviewGoesOnForFiveTurnsWithoutAKeyPress() throws Exception {
        fiveTurns("interview", "en", List.of(Utterance.english("I built a small service for orders last year."),
                Utterance.english("I would split the database by customer."),
                Utterance.english("My colleague reviewed every change I made."),
                Utterance.english("I would write a test that breaks it first."),
                Utterance.english("I learned to measure before I change anything.")));
    }

    @Test
    void languagePracticeGoesOnForFiveTurnsWithoutAKeyPress() throws Exception {
        fiveTurns("language", "es", FiveTurns.spanish());
    }

    @Test
    void freeChatGoesOnForFiveTurnsWithoutAKeyPress() throws Exception {
        fiveTurns("chat", "en", FiveTurns.english());
    }

    private static void fiveTurns(String mode, String language, List<Utterance> utterances) throws Exception {
        FiveTurns five = new FiveTurns("five-turns-" + mode, utterances);
        RequestChecks requests = new RequestChecks(five.server(), mode, language, RequestChecks.Models.OF_PRESETS);
        five.hold(
                Talk.withServer(five.server(), "--mode", mode, "--language", language, "--no-opening", "--turns", "5"),
                () -> requests.check(utterances, FiveTurns.REPLIES));
    }
}
