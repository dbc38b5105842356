package org.vivavoce.conversation;

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

    private static final double BLURRED_MS = 30; // the end of a word fades out

    private final WaveFile sound;
    private final List<Double> endsMs = new ArrayList<>();

    /** @param spoken how each sentence is spoken */
    public SpokenWords(Spoken spoken, List<String> sentences) throws Exception {
        List<WaveFile> whole = new ArrayList<>();
        double begins = 0;
        for (String sentence : sentences) {
            List<String> words = List.of(sentence.split(" "));
            for (int count = 1; count <= words.size(); count++) {
                WaveFile part = new WaveFile(spoken.of(String.join(" ", words.subList(0, count))), SERVER_RATE);
                endsMs.add(begins + Loudness.lastAudible(part, Utterance.AUDIBLE_DBFS).orElseThrow().toMillis());
            }
            whole.add(new WaveFile(spoken.of(sentence), SERVER_RATE));
            begins += whole.getLast().seconds() * 1000;
        }
        sound = WaveFile.join(whole);
    }

    /** How many words have sounded when this is what was heard last. */
    public int wordsUpTo(WaveFile heardLast) {
        Correlation found = Correlation.of(heardLast, sound);
        double heardMs = found.lagMillis() + heardLast.seconds() * 1000 + BLURRED_MS;
        return (int) endsMs.stream().filter(end -> end <= heardMs).count();
    }
}
