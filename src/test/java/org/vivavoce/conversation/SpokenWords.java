package org.vivavoce.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.WaveFile;

/** A reply as it is spoken, and when in it each word ends: so long sounds the sentence up to that word. Used by a test's thread. */
final class SpokenWords {

    private static final double BLURRED_MS = 30; // the end of a word fades out

    private final WaveFile sound;
    private final List<Double> endsMs = new ArrayList<>();

    SpokenWords(SpeechChecks.Spoken spoken, List<String> sentences) throws Exception {
        short[] all = new short[0];
        for (String sentence : sentences) {
            double begins = all.length * 1000.0 / SpeechChecks.SERVER_RATE;
            List<String> words = List.of(sentence.split(" "));
            for (int count = 1; count <= words.size(); count++) {
                WaveFile part = new WaveFile(spoken.of(String.join(" ", words.subList(0, count))),
                        SpeechChecks.SERVER_RATE);
                endsMs.add(begins + Loudness.lastAudible(part, Utterance.AUDIBLE_DBFS).orElseThrow().toMillis());
            }
            short[] whole = spoken.of(sentence);
            int at = all.length;
            all = Arrays.copyOf(all, at + whole.length);
            System.arraycopy(whole, 0, all, at, whole.length);
        }
        sound = new WaveFile(all, SpeechChecks.SERVER_RATE);
    }

    /** How many words have sounded when this is what was heard last. */
    int wordsUpTo(WaveFile heardLast) {
        Correlation found = Correlation.of(heardLast, sound);
        double heardMs = found.lagMillis() + heardLast.seconds() * 1000 + BLURRED_MS;
        return (int) endsMs.stream().filter(end -> end <= heardMs).count();
    }
}
