package org.vivavoce.ai;

/** The three services a turn goes through, in their order. */
public enum Stage {
    /** Speech-to-text. */
    TRANSCRIPTION("speech recognition"),
    /** The chat model. */
    CHAT("the chat model"),
    /** Text-to-speech. */
    SPEECH("the voice");

    private final String spokenName;

    Stage(String spokenName) {
        this.spokenName = spokenName;
    }

    /** The name in a sentence for the user. */
    public String spokenName() {
        return spokenName;
    }
}
