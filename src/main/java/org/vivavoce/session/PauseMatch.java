package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vivavoce.session.SpeechLevels.Quiet;
import org.vivavoce.session.SpokenWord.Stop;

/**
 * Finds which pause in the sound of a sentence belongs to which place between two words: the assignment that costs least, where a
 * pause without punctuation, punctuation without a pause and a change of pace between two pauses cost something. Pure.
 */
final class PauseMatch {

    private static final double PACE_VARIES = 0.4; // standard deviation of the logarithm of a word's pace
    private static final double PAUSE_WITHOUT_PUNCTUATION = 2;
    private static final double CLAUSE_WITHOUT_PAUSE = 1;
    private static final double SENTENCE_WITHOUT_PAUSE = 3;
    private static final double FURTHEST_SHARE = 0.25; // of the sentence: no pause lies so far from where its place should be
    private static final int FURTHEST_FRAMES = 30;
    private static final int MOST_UNUSED = 6; // pauses in a row that belong to no place
    private static final double SURELY_SPOKEN = 0.7; // of what the pace says: its stops should have had their pauses
    private static final double UNUSED_PAUSE = 0.3;
    private static final double UNUSED_PAUSE_PER_FRAME = 0.06;

    /**
     * A place in the sentence whose time is known.
     *
     * @param word     the index of the word before it, −1 for the beginning
     * @param weight   of the words before it
     * @param speaking speaking frames before it
     * @param quietTo  the frame where the pause there ends, −1 where there is none
     */
    record Anchor(int word, double weight, double speaking, int quietTo) {}

    private final List<SpokenWord> words;
    private final List<Quiet> pauses;
    private final SpeechTiming.SpeakingTime time;
    private final double pace;
    private final double[] weightTo; // of the words up to and with each
    private final double[] unpaused; // cost of the stops up to and with each word when none has a pause
    private final double[] unused; // cost of the pauses before each when none is used

    PauseMatch(List<SpokenWord> words, SpeechTiming.SpeakingTime time, double pace) {
        this.words = words;
        this.time = time;
        this.pauses = time.pauses();
        this.pace = pace;
        this.weightTo = new double[words.size()];
        this.unpaused = new double[words.size()];
        this.unused = new double[pauses.size() + 1];
        double weight = 0;
        double cost = 0;
        for (int i = 0; i < words.size(); i++) {
            weight += words.get(i).weight();
            cost += withoutPause(words.get(i).stop());
            weightTo[i] = weight;
            unpaused[i] = cost;
        }
        for (int i = 0; i < pauses.size(); i++) {
            unused[i + 1] = unused[i] + UNUSED_PAUSE + UNUSED_PAUSE_PER_FRAME * pauses.get(i).frames();
        }
    }

    /**
     * The places whose time is known, from the beginning to the end.
     *
     * @param complete whether the sound is all of the sentence's; else its end is placed by the pace
     */
    List<Anchor> anchors(boolean complete) {
        List<Step> steps = new ArrayList<>();
        Step begin = new Step(new Anchor(-1, 0, 0, -1), -1, 0, null);
        for (int pause = 0; pause < pauses.size(); pause++) {
            double speaking = time.before(pauses.get(pause));
            List<Step> here = new ArrayList<>();
            for (int word = 0; word < words.size() - 1; word++) {
                if (Math.abs(weightTo[word] * pace - speaking) <= FURTHEST_SHARE * total() * pace + FURTHEST_FRAMES) {
                    Anchor anchor = new Anchor(word, weightTo[word], speaking, pauses.get(pause).to());
                    here.add(cheapest(anchor, pause, begin, steps));
                }
            }
            steps.addAll(here);
        }
        Step last = begin;
        double least = toTheEnd(begin, complete);
        for (Step step : steps) {
            double cost = step.cost + toTheEnd(step, complete);
            if (cost < least) {
                least = cost;
                last = step;
            }
        }
        return path(last, complete);
    }

    private Step cheapest(Anchor anchor, int pause, Step begin, List<Step> earlier) {
        double match = words.get(anchor.word).stop() == Stop.NONE ? PAUSE_WITHOUT_PUNCTUATION : 0;
        Step best = begin;
        double least = between(begin, anchor, pause);
        for (int i = earlier.size() - 1; i >= 0 && earlier.get(i).pause >= pause - MOST_UNUSED; i--) {
            Step before = earlier.get(i);
            if (before.anchor.word < anchor.word) {
                double cost = before.cost + between(before, anchor, pause);
                if (cost < least) {
                    least = cost;
                    best = before;
                }
            }
        }
        return new Step(anchor, pause, least + match, best);
    }

    /** What it costs that this anchor follows that one. */
    private double between(Step before, Anchor anchor, int pause) {
        double stops = anchor.word > 0 ? unpaused[anchor.word - 1] - stopsTo(before) : 0;
        return stops + unused[pause] - unused[before.pause + 1] + changeOfPace(before.anchor, anchor);
    }

    private double changeOfPace(Anchor before, Anchor after) {
        double speaking = Math.max(0.5, after.speaking - before.speaking);
        double change = Math.log(speaking / (pace * (after.weight - before.weight)));
        return change * change * (after.word - before.word) / (2 * PACE_VARIES * PACE_VARIES);
    }

    private double stopsTo(Step before) {
        return before.anchor.word < 0 ? 0 : unpaused[before.anchor.word];
    }

    private double toTheEnd(Step before, boolean complete) {
        double cost = unused[pauses.size()] - unused[before.pause + 1];
        int last = words.size() - 1;
        if (complete) {
            double stops = last > 0 ? unpaused[last - 1] - stopsTo(before) : 0;
            return cost + stops + changeOfPace(before.anchor, end(before.anchor, true));
        }
        double spoken = before.anchor.weight + (time.frames() - before.anchor.speaking) / pace * SURELY_SPOKEN;
        int word = before.anchor.word;
        while (word + 1 < last && weightTo[word + 1] <= spoken) {
            word++;
        }
        return cost + (word < 0 ? 0 : unpaused[word] - stopsTo(before));
    }

    private Anchor end(Anchor before, boolean complete) {
        double speaking = complete ? time.frames() : before.speaking + (total() - before.weight) * pace;
        return new Anchor(words.size() - 1, total(), speaking, -1);
    }

    private double total() {
        return words.isEmpty() ? 0 : weightTo[words.size() - 1];
    }

    private List<Anchor> path(Step last, boolean complete) {
        List<Anchor> path = new ArrayList<>();
        path.add(end(last.anchor, complete));
        for (@Nullable
        Step step = last; step != null; step = step.before) {
            path.add(step.anchor);
        }
        return path.reversed();
    }

    /** An anchor, and what it costs with the cheapest of those before it. */
    private record Step(Anchor anchor, int pause, double cost, @Nullable Step before) {}

    private static double withoutPause(Stop stop) {
        return switch (stop) {
            case NONE -> 0;
            case CLAUSE -> CLAUSE_WITHOUT_PAUSE;
            case SENTENCE -> SENTENCE_WITHOUT_PAUSE;
        };
    }
}
