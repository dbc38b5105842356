package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.List;

/**
 * How near the beginnings and ends that a detector found lie to the true ones, milliseconds, later is positive. Looked at where at
 * least 500 ms of quiet lie before a beginning or after an end; a stretch that the detector joined to the one before has no beginning.
 */
final class Edges {

    private static final int FRAME_MS = 10;
    private static final int QUIET_FRAMES = 50;
    private static final int PRE_ROLL_MS = 500;

    private final List<Double> beginnings = new ArrayList<>();
    private final List<Double> known = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();
    private int stretches;
    private int missed;
    private int cut;

    void add(boolean[] truth, boolean[] found, boolean[] atTheTime) {
        List<SpeechTruth.Stretch> wanted = SpeechTruth.stretches(truth);
        List<SpeechTruth.Stretch> heard = SpeechTruth.stretches(found);
        for (int i = 0; i < wanted.size(); i++) {
            SpeechTruth.Stretch here = wanted.get(i);
            List<SpeechTruth.Stretch> over = heard.stream().filter(h -> h.to() > here.from() && h.from() < here.to())
                    .toList();
            stretches++;
            if (over.isEmpty()) {
                missed++;
                continue;
            }
            int quietFrom = i == 0 ? 0 : wanted.get(i - 1).to();
            int quietTo = i + 1 == wanted.size() ? truth.length : wanted.get(i + 1).from();
            SpeechTruth.Stretch first = over.getFirst();
            if (here.from() - quietFrom >= QUIET_FRAMES && first.from() >= quietFrom) {
                double late = (double) (first.from() - here.from()) * FRAME_MS;
                beginnings.add(late);
                cut += late > PRE_ROLL_MS ? 1 : 0;
                known.add(knownLate(atTheTime, first, here));
            }
            if (quietTo - here.to() >= QUIET_FRAMES && over.getLast().to() <= quietTo) {
                ends.add((double) (over.getLast().to() - here.to()) * FRAME_MS);
            }
        }
    }

    private static double knownLate(boolean[] atTheTime, SpeechTruth.Stretch found, SpeechTruth.Stretch truth) {
        int at = found.from();
        while (at < atTheTime.length && !atTheTime[at]) {
            at++;
        }
        return (double) (at + 1 - truth.from()) * FRAME_MS;
    }

    /** Where speech is said to begin, less where it does. */
    List<Double> beginnings() {
        return List.copyOf(beginnings);
    }

    /** When it was known, less when it began. */
    List<Double> known() {
        return List.copyOf(known);
    }

    /** Where it is said to end, less where it does. */
    List<Double> ends() {
        return List.copyOf(ends);
    }

    /** Per cent of the stretches of speech that were not found at all. */
    double missedPercent() {
        return stretches == 0 ? 0 : 100.0 * missed / stretches;
    }

    /** Per cent of the beginnings that lie before the 500 ms of pre-roll. */
    double cutPercent() {
        return beginnings.isEmpty() ? 0 : 100.0 * cut / beginnings.size();
    }
}
