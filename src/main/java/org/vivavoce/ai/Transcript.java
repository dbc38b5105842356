package org.vivavoce.ai;

import java.util.OptionalDouble;

/**
 * What a service understood of an utterance.
 *
 * @param text                trimmed text; empty when nothing was understood
 * @param noSpeechProbability how likely nothing was said at all, 0 to 1, in the service's view; empty where it does not tell. Of an
 *                            utterance in several segments the lowest: where one of them holds speech, something was said
 */
public record Transcript(String text, OptionalDouble noSpeechProbability) {

    /** What a service understood that tells nothing but the text. */
    public Transcript(String text) {
        this(text, OptionalDouble.empty());
    }

    @Override
    public String toString() {
        return "Transcript[" + text.length() + " characters]"; // what was said never enters a log
    }
}
