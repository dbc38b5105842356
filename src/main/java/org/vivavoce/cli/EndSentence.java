package org.vivavoce.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.models.Dollars;
import org.vivavoce.session.LatencySummary;
import org.vivavoce.session.SessionExpense;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.session.TurnLatency.Stage;

/** What is told at the end of a conversation. Without state. */
final class EndSentence {

    /** With fewer turns the slowest of them says nothing about the rest. */
    private static final int LEAST_TURNS_FOR_P95 = 5;

    private EndSentence() {}

    static String of(SessionSummary summary, LatencySummary latency) {
        return "Done after " + clock(summary.length()) + ": you spoke " + summary.userTurns() + " times, "
                + clock(summary.userSpoke()) + " in all; the partner spoke " + summary.partnerTurns() + " times, "
                + clock(summary.partnerSpoke()) + "."
                + summary.medianResponseGap()
                        .map(gap -> " Answers came after " + seconds(gap.toMillis()) + " s (median)"
                                + p95(latency).map(slow -> ", " + seconds(slow) + " s (P95)").orElse("") + ".")
                        .orElse("")
                + cost(summary.expense());
    }

    private static String cost(SessionExpense expense) {
        return expense.isSomething()
                ? " Used: " + clock(expense.transcribed()) + " transcribed, " + expense.tokensRead()
                        + " tokens read and "
                        + expense.tokensWritten() + " written, " + expense.charactersSpoken()
                        + " characters spoken; cost: " + Dollars.about(expense.dollars()) + "."
                : "";
    }

    private static Optional<Long> p95(LatencySummary latency) {
        return latency.turns() < LEAST_TURNS_FOR_P95
                ? Optional.empty()
                : latency.rows().stream().filter(row -> row.stage() == Stage.FIRST_SOUND).findFirst()
                        .map(LatencySummary.Row::p95);
    }

    private static String clock(Duration duration) {
        return duration.toMinutes() + ":" + String.format(Locale.ROOT, "%02d", duration.toSecondsPart());
    }

    private static double seconds(long millis) {
        return Math.round(millis / 100.0) / 10.0;
    }
}
