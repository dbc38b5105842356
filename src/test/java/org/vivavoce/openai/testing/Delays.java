package org.vivavoce.openai.testing;

import java.time.Duration;

/**
 * How slow the server is. A value.
 *
 * @param transcription of speech-to-text
 * @param chat          of the chat model
 * @param speech        of text-to-speech
 */
public record Delays(Transcription transcription, Chat chat, Speech speech) {

    /** As fast as it goes. */
    public static final Delays NONE = new Delays(new Transcription(Duration.ZERO, Duration.ZERO),
            new Chat(Duration.ZERO, 0),
            new Speech(Duration.ZERO, 0, Duration.ZERO));

    /**
     * About what the real services take: 1.4 s for ten seconds of speech, the first token after 0.55 s (P50), the first byte of speech
     * after 1.2 s with 0.2 s of leading silence.
     */
    public static final Delays REALISTIC = new Delays(new Transcription(Duration.ofMillis(700), Duration.ofMillis(70)),
            new Chat(Duration.ofMillis(550), 60), new Speech(Duration.ofMillis(1200), 4, Duration.ofMillis(200)));

    /**
     * Delays of speech-to-text.
     *
     * @param base      for every request
     * @param perSecond more for each second of audio
     */
    public record Transcription(Duration base, Duration perSecond) {}

    /**
     * Delays of the chat model.
     *
     * @param firstToken         before the first token
     * @param tokensPerSecond    after it; 0 for all at once
     * @param charactersPerToken how long a token is; 0 for words
     */
    public record Chat(Duration firstToken, double tokensPerSecond, int charactersPerToken) {

        /** A word a token. */
        public Chat(Duration firstToken, double tokensPerSecond) {
            this(firstToken, tokensPerSecond, 0);
        }
    }

    /**
     * Delays of text-to-speech.
     *
     * @param firstByte      before the first byte
     * @param timesRealTime  how much faster than it sounds the rest comes; 0 for all at once
     * @param leadingSilence silence at the start of the sound itself
     */
    public record Speech(Duration firstByte, double timesRealTime, Duration leadingSilence) {}

    /** The same with another delay of speech-to-text. */
    public Delays with(Transcription other) {
        return new Delays(other, chat, speech);
    }

    /** The same with another delay of the chat model. */
    public Delays with(Chat other) {
        return new Delays(transcription, other, speech);
    }

    /** The same with another delay of text-to-speech. */
    public Delays with(Speech other) {
        return new Delays(transcription, chat, other);
    }
}
