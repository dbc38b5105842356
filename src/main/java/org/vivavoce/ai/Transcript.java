package org.vivavoce.ai;

/**
 * What a service understood of an utterance.
 *
 * @param text trimmed text; empty when nothing was understood
 */
public record Transcript(String text) {

    @Override
    public String toString() {
        return "Transcript[" + text.length() + " characters]"; // what was said never enters a log
    }
}
