package org.vivavoce.ui.summary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

    @Test
    void withoutAReplyThereIsNoWait() {
        assertEquals(6, values(Optional.empty()).size());
    }
}
