package org.vivavoce.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.WaveFile;

/** A reply as it is spoken, and when in it each word ends: so long sounds the sentence up to that word. Used by a test's thread. */
public final class SpokenWords {

    /** Samples a second of the server's voice. */
    public static final int SERVER_RATE = 24_000;

    /** How a sentence is spoken, as 16-bit mono samples at 24 kHz. */
    @FunctionalInterface
    public interface Spoken {
        /** Speaks it. */
        short[] of(String sentence) throws Exception;
    }

    /** When each word of a sentence begins in that sound; words are what stands between spaces. */
    @FunctionalInterface
    public interface Starts {
        /** Tells it. */
        List<Duration> of(String sentence) throws Exception;
    }

    private static final double BLURRED_MS = 30; // the end of a word fades out

    private final WaveFile sound;
    private final List<Double> endsMs = new ArrayList<>();

    /**
     * @param spoken how each sentence is spoken
     * @param starts when each of its words begins
     */
    public SpokenWords(Spoken spoken, Starts starts, List<String> sentences) throws Exception {
        List<WaveFile> whole = new ArrayList<>();
        double begins = 0;
        for (String sentence : sentences) {
            WaveFile said = new WaveFile(spoken.of(sentence), SERVER_RATE);
            for (Duration end : ends(said, starts.of(sentence))) {
                endsMs.add(begins + end.toNanos() / 1e6);
            }
            whole.add(said);
            begins += said.seconds() * 1000;
        }
        sound = WaveFile.join(whole);
    }

    /** A word ends where the last of it is audible before the next one begins. */
    private static List<Duration> ends(WaveFile said, List<Duration> starts) {
        List<Duration> ends = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Duration next = i + 1 < starts.size() ? starts.get(i + 1) : said.duration();
            ends.add(starts.get(i).plus(Loudness.lastAudible(said.part(starts.get(i), next), Utterance.AUDIBLE_DBFS)
                    .orElse(Duration.ZERO)));
        }
        return ends;
    }

    /** How many words have sounded when this is what was heard last. */
    public int wordsUpTo(WaveFile heardLast) {
        Correlation found = Correlation.of(heardLast, sound);
        double heardMs = found.lagMillis() + heardLast.seconds() * 1000 + BLURRED_MS;
        return (int) endsMs.stream().filter(end -> end <= heardMs).count();
    }
}
