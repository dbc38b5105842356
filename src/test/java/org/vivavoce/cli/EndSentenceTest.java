package org.vivavoce.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.LatencySummary;
import org.vivavoce.session.SessionExpense;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.session.TurnLatency.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EndSentenceTest {

    private static SessionSummary summary(Optional<Duration> gap) {
        return new SessionSummary(Duration.ofSeconds(754), 6, 7, Duration.ofSeconds(62), Duration.ofSeconds(9), 0, gap);
    }

    private static LatencySummary turns(long... firstSoundMillis) {
        LatencySummary summary = new LatencySummary();
        for (long millis : firstSoundMillis) {
            summary.add(new TurnLatency(Map.of(Stage.FIRST_SOUND, millis)));
        }
        return summary;
    }

    @Test
    void fromFiveTurnsOnTheSlowAnswersAreToldAsWell() {
        assertEquals("Done after 12:34: you spoke 6 times, 1:02 in all; the partner spoke 7 times, 0:09."
                + " Answers came after 1.2 s (median), 3.0 s (P95).",
                EndSentence.of(summary(Optional.of(Duration.ofMillis(1249))), turns(1100, 1249, 1200, 2960, 1300)));
    }

    @Test
    void ofFewerTurnsTheMedianSaysItAll() {
        assertTrue(EndSentence.of(summary(Optional.of(Duration.ofMillis(1249))), turns(1100, 1249, 1200, 2960))
                .endsWith(" Answers came after 1.2 s (median)."));
    }

    @Test
    void whatWasUsedAndWhatItCostsIsToldAtTheEnd() {
        SessionSummary paid = new SessionSummary(Duration.ofSeconds(754), 6, 7, Duration.ofSeconds(62),
                Duration.ofSeconds(9), 0, Optional.empty(), new SessionExpense(Duration.ofSeconds(61), 12_345, 678, 901,
                        OptionalDouble.of(0.0345), Optional.empty()));
        assertTrue(EndSentence.of(paid, turns()).endsWith(
                " Used: 1:01 transcribed, 12345 tokens read and 678 written, 901 characters spoken; cost: about $0.03."),
                EndSentence.of(paid, turns()));
    }

    @Test
    void whereNobodyWasAnsweredNoTimesAreTold() {
        assertTrue(EndSentence.of(summary(Optional.empty()), turns()).endsWith("0:09."));
    }
}
