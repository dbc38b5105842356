package org.vivavoce.bench.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The turns of one conversation with a preset of services, and what of them is told. Used by the bench's main thread. */
final class PresetTurns {

    private final Turns turns;
    private final List<Wholeness> wholeness = new ArrayList<>();

    /** @param preset of services */
    PresetTurns(String preset) {
        this.turns = new Turns(preset);
    }

    String preset() {
        return turns.preset();
    }

    void add(TurnFigures figures, Wholeness whole, Report report) {
        turns.add(figures, whole::into, report);
        wholeness.add(whole);
    }

    /** Seconds, the middle one; NaN where there is none. */
    double medianGap() {
        return Spread.of(turns.gaps()).median();
    }

    /**
     * Tells how it went.
     *
     * @param usualGap the median of what this is compared with, seconds
     */
    void tell(Report report, String usual, double usualGap) {
        String name = turns.preset();
        int all = turns.size();
        report.find(Finding.atLeast(name + ": understood whole, of " + all, count(Wholeness::understood), all));
        report.find(Finding.atLeast(name + ": reply heard whole, of " + all, count(Wholeness::heard), all));
        report.find(Finding.atMost(name + ": false cut-offs", turns.cutOffs(), 0));
        report.find(Finding.atMost(name + ": false turns",
                wholeness.stream().mapToInt(Wholeness::falseTurns).sum(), 0));
        report.find(Finding.told(name + ": turns with a filler", turns.fillers()));
        report.find(Finding.told("gap " + name + " / " + usual, medianGap() / usualGap));
    }

    /** The gaps themselves, as one line of the table. */
    void tellGaps(Report report) {
        turns.tellGaps(report);
    }

    /** NaN where there was no turn at all: that is no success. */
    private double count(Predicate<Wholeness> which) {
        return wholeness.isEmpty() ? Double.NaN : wholeness.stream().filter(which).count();
    }
}
