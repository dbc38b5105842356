package org.vivavoce.ui.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.models.Dollars;
import org.vivavoce.session.SessionExpense;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.ui.common.Lengths;
import org.vivavoce.ui.common.Texts;

/** How a conversation went, line by line. Immutable. */
public final class SummaryViewModel {

    /** One number and what it is. */
    public record Line(String name, String value) {}

    private final List<Line> lines;
    private final Optional<String> remark;

    /** Writes the numbers out; what did not happen is left out. */
    public SummaryViewModel(SessionSummary summary, Texts texts) {
        List<Line> all = new ArrayList<>();
        all.add(new Line(texts.of("summary.length"), Lengths.clock(summary.length())));
        all.add(new Line(texts.of("summary.user-turns"), String.valueOf(summary.userTurns())));
        all.add(new Line(texts.of("summary.partner-turns"), String.valueOf(summary.partnerTurns())));
        all.add(new Line(texts.of("summary.user-spoke"), Lengths.clock(summary.userSpoke())));
        all.add(new Line(texts.of("summary.partner-spoke"), Lengths.clock(summary.partnerSpoke())));
        all.add(new Line(texts.of("summary.interruptions"), String.valueOf(summary.interruptions())));
        summary.medianResponseGap().ifPresent(gap -> all.add(new Line(texts.of("summary.gap"), Lengths.seconds(gap))));
        if (summary.expense().isSomething()) {
            addExpense(summary.expense(), texts, all);
        }
        lines = List.copyOf(all);
        remark = summary.expense().remark();
    }

    private static void addExpense(SessionExpense expense, Texts texts, List<Line> all) {
        all.add(new Line(texts.of("summary.transcribed"), Lengths.clock(expense.transcribed())));
        all.add(new Line(texts.of("summary.tokens"), texts.of("summary.tokens.value",
                count(expense.tokensRead()), count(expense.tokensWritten()))));
        all.add(new Line(texts.of("summary.spoken"),
                texts.of("summary.spoken.value", count(expense.charactersSpoken()))));
        all.add(new Line(texts.of("summary.cost"), Dollars.about(expense.dollars())));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** One sentence for the user about why it ended. */
    public Optional<String> remark() {
        return remark;
    }

    /** The lines, in their order. */
    public List<Line> lines() {
        return lines;
    }
}
