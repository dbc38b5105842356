package org.vivavoce.bench.conversation;

import java.time.Duration;
import org.vivavoce.audio.testing.Edges;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Recorder;
import org.vivavoce.conversation.Utterance;

/**
 * Words and how they sound, without silence around them.
 *
 * @param text  the words
 * @param sound at the rate of the recordings
 */
record Phrase(String text, WaveFile sound) {

    private static final String FLITE = "flite";

    /** As loud as someone who speaks up: the preset {@code classic} takes what is below −18.6 dBFS for silence. */
    private static final double LEVEL_DBFS = -18;

    /**
     * Spoken by a synthesiser.
     *
     * @param voice {@code flite}, or a voice of espeak-ng
     */
    static Phrase spoken(String voice, String text) {
        WaveFile spoken = (voice.equals(FLITE) ? Speech.flite(text) : Speech.espeak(voice, text)).at(Recorder.RATE);
        WaveFile trimmed = spoken.part(Edges.onset(spoken, Utterance.AUDIBLE_DBFS).orElse(Duration.ZERO),
                Edges.offset(spoken, Utterance.AUDIBLE_DBFS).orElse(spoken.duration()));
        return new Phrase(text, trimmed.scaledTo(LEVEL_DBFS));
    }

    /** English. */
    static Phrase english(String text) {
        return spoken(FLITE, text);
    }

    @Override
    public String toString() {
        return text;
    }
}
