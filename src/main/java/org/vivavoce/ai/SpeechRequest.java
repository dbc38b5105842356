package org.vivavoce.ai;

/**
 * A piece of text to be spoken.
 *
 * @param text           at most 4,096 characters (the service's limit)
 * @param voice          the mode's voice
 * @param alternateVoice who speaks where the service is known not to have that voice; empty for none
 * @param instructions   how to speak; empty for none
 */
public record SpeechRequest(String text, String voice, String alternateVoice, String instructions) {

    /** Without a second choice. */
    public SpeechRequest(String text, String voice, String instructions) {
        this(text, voice, "", instructions);
    }

    /** Another text, spoken the same way. */
    public SpeechRequest withText(String other) {
        return new SpeechRequest(other, voice, alternateVoice, instructions);
    }

    /** The same in a voice that the service is known to have. */
    public SpeechRequest spokenBy(String knownVoice) {
        return new SpeechRequest(text, knownVoice, "", instructions);
    }

    @Override
    public String toString() {
        return "SpeechRequest[" + text.length() + " characters, " + voice + "]"; // what is said never enters a log
    }
}
