package org.vivavoce.ui.summary;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.ui.common.Lengths;
import org.vivavoce.ui.common.Texts;

/** How a conversation went, line by line. Immutable. */
public final class SummaryViewModel {

    /** One number and what it is. */
    public record Line(String name, String value) {}

    private final List<Line> lines;

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
        lines = List.copyOf(all);
    }

    /** The lines, in their order. */
    public List<Line> lines() {
        return lines;
    }
}
