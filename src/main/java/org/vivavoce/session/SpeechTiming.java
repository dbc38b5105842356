package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.session.SpeechLevels.Quiet;

/**
 * Which word of a sentence sounds when. Words share the time in which somebody speaks by their weight, and punctuation is matched with
 * the stretches in which nobody does, in the way that fits best. Pure; immutable.
 */
final class SpeechTiming {

    /** Speaking frames a unit of weight where nothing is known of the voice: 15 letters a second, pauses not counted. */
    static final double USUAL_PACE = 6.5;

    private static final int NEARLY_FRAMES = 5; // of a word's end may miss: it was heard all the same
    private static final int LEAD_FRAMES = 2; // of quiet before a clause that is begun anew
    private static final int NEAR_FRAMES = 12; // a boundary without a pause is looked for so far from where it should be
    private static final int LONGEST_CLAUSE_FRAMES = 400; // of a longer one only the part after its last pause is said again

    private final List<SpokenWord> words;
    private final SpeechLevels levels;
    private final List<Quiet> quiets;
    private final boolean complete;
    private final int[] ends; // of the words, in frames
    private final int[] starts; // of what follows each word
    private final double pace;

    private SpeechTiming(List<SpokenWord> words, SpeechLevels levels, boolean complete, double usualPace) {
        this.words = words;
        this.levels = levels;
        this.complete = complete;
        this.quiets = levels.quiets();
        this.ends = new int[words.size()];
        this.starts = new int[words.size()];
        SpeakingTime time = new SpeakingTime(levels.dbfs().length, quiets);
        double weight = words.stream().mapToDouble(SpokenWord::weight).sum();
        this.pace = complete && weight > 0 ? Math.max(0.1, time.frames() / weight) : usualPace;
        place(time, new PauseMatch(words, time, pace).anchors(complete));
    }

    /**
     * Times a sentence.
     *
     * @param sentence  its text
     * @param levels    its sound, up to now
     * @param complete  whether that is all of it
     * @param usualPace speaking frames a unit of weight, for a sentence that is not complete
     */
    static SpeechTiming of(String sentence, SpeechLevels levels, boolean complete, double usualPace) {
        return new SpeechTiming(SpokenWord.of(sentence), levels, complete, usualPace);
    }

    private void place(SpeakingTime time, List<PauseMatch.Anchor> anchors) {
        double weight = 0;
        int next = 1;
        for (int i = 0; i < words.size(); i++) {
            weight += words.get(i).weight();
            while (next < anchors.size() - 1 && anchors.get(next).weight() < weight) {
                next++;
            }
            PauseMatch.Anchor before = anchors.get(next - 1);
            PauseMatch.Anchor after = anchors.get(next);
            double share = after.weight() > before.weight()
                    ? (weight - before.weight()) / (after.weight() - before.weight())
                    : 1;
            double speaking = before.speaking() + share * (after.speaking() - before.speaking());
            ends[i] = time.frameAt(speaking);
            starts[i] = after.word() == i && after.quietTo() >= 0 ? after.quietTo() : -1;
        }
    }

    /** Speaking frames a unit of weight in this sentence. */
    double pace() {
        return pace;
    }

    /** How many characters of the sentence have been heard, to the end of the last whole word, when so many samples have sounded. */
    int charactersHeard(long samples) {
        int heard = 0;
        for (int i = 0; i < words.size() && endsBy(i, samples); i++) {
            heard = words.get(i).end();
        }
        return heard;
    }

    /** Whether all of the sentence has been heard. */
    boolean isHeardWhole(long samples) {
        return complete && (words.isEmpty() || endsBy(words.size() - 1, samples));
    }

    private boolean endsBy(int word, long samples) {
        return (ends[word] - NEARLY_FRAMES) * (long) SpeechLevels.FRAME_SAMPLES <= samples;
    }

    /** Where the clause begins that sounds at a sample; a very long clause begins after its last pause. In samples. */
    long clauseStart(long samples) {
        int at = (int) (samples / SpeechLevels.FRAME_SAMPLES);
        int start = firstSpeech();
        for (int i = 0; i < words.size() - 1; i++) {
            if (words.get(i).stop() != SpokenWord.Stop.NONE && ends[i] < at) {
                int begins = starts[i] >= 0 ? starts[i] : levels.quietestNear(ends[i], NEAR_FRAMES);
                start = begins <= at ? begins : start;
            }
        }
        if (at - start > LONGEST_CLAUSE_FRAMES) {
            for (Quiet quiet : quiets) {
                start = quiet.to() <= at ? Math.max(start, quiet.to()) : start;
            }
        }
        return Math.max(0, start - LEAD_FRAMES) * (long) SpeechLevels.FRAME_SAMPLES;
    }

    private int firstSpeech() {
        return !quiets.isEmpty() && quiets.getFirst().from() == 0 ? quiets.getFirst().to() : 0;
    }

    /** The time in which somebody speaks: frames without the quiet ones. */
    static final class SpeakingTime {
        private final int[] before; // speaking frames before each frame
        private final List<Quiet> inner = new ArrayList<>();

        SpeakingTime(int frames, List<Quiet> quiets) {
            before = new int[frames + 1];
            boolean[] quiet = new boolean[frames];
            for (Quiet each : quiets) {
                java.util.Arrays.fill(quiet, each.from(), each.to(), true);
                if (each.from() > 0 && each.to() < frames) {
                    inner.add(each);
                }
            }
            for (int i = 0; i < frames; i++) {
                before[i + 1] = before[i] + (quiet[i] ? 0 : 1);
            }
        }

        /** Quiet stretches between speech. */
        List<Quiet> pauses() {
            return inner;
        }

        int before(Quiet quiet) {
            return before[quiet.from()];
        }

        /** Speaking frames in all. */
        int frames() {
            return before[before.length - 1];
        }

        /** The first frame before which so much was spoken; beyond the end at the same pace. */
        int frameAt(double speaking) {
            int whole = (int) Math.ceil(speaking - 1e-6);
            if (whole > frames()) {
                return before.length - 1 + whole - frames();
            }
            int found = java.util.Arrays.binarySearch(before, whole);
            int at = found < 0 ? -found - 1 : found;
            while (at > 0 && before[at - 1] == whole) {
                at--;
            }
            return at;
        }
    }
}
