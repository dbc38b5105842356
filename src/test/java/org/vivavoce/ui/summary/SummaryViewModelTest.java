package org.vivavoce.ui.summary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.SessionExpense;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.ui.common.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SummaryViewModelTest {

    private static List<String> values(Optional<Duration> gap) {
        SessionSummary summary = new SessionSummary(Duration.ofSeconds(3760), 18, 19, Duration.ofSeconds(702),
                Duration.ofSeconds(388),
                3, gap);
        return new SummaryViewModel(summary, new Texts()).lines().stream().map(SummaryViewModel.Line::value).toList();
    }

    @Test
    void everyNumberIsWrittenOut() {
        assertEquals(List.of("1:02:40", "18", "19", "11:42", "06:28", "3", "1.2 s"),
                values(Optional.of(Duration.ofMillis(1240))));
    }

    private static SummaryViewModel paid(OptionalDouble dollars, Optional<String> remark) {
        SessionExpense expense = new SessionExpense(Duration.ofSeconds(81), 12_345, 678, 2_345, dollars, remark);
        return new SummaryViewModel(new SessionSummary(Duration.ZERO, 0, 0, Duration.ZERO, Duration.ZERO, 0,
                Optional.empty(), expense), new Texts());
    }

    private static List<String> lastValues(SummaryViewModel summary) {
        List<String> all = summary.lines().stream().map(SummaryViewModel.Line::value).toList();
        return all.subList(6, all.size());
    }

    @Test
    void whatWasUsedIsWrittenOutWithWhatItCostsAsFarAsThatIsKnown() {
        assertEquals(List.of("01:21", "12,345 read, 678 written", "2,345 characters", "about $0.12"),
                lastValues(paid(OptionalDouble.of(0.123), Optional.empty())));
        assertEquals("–", lastValues(paid(OptionalDouble.empty(), Optional.empty())).getLast());
        assertEquals("less than $0.01", lastValues(paid(OptionalDouble.of(0.002), Optional.empty())).getLast());
    }

    @Test
    void whyTheBudgetEndedItIsSaid() {
        assertEquals(Optional.of("Used up."), paid(OptionalDouble.of(1), Optional.of("Used up.")).remark());
    }

    @Test
    void withoutAReplyThereIsNoWait() {
        assertEquals(6, values(Optional.empty()).size());
    }
}
