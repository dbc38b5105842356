package org.vivavoce.ai;

import java.time.Duration;

/**
 * What a request used of a service, as far as it is paid for; zero for what does not apply. A value.
 *
 * @param stage         which service
 * @param sound         of a recogniser, the sound that was sent; of a voice, about how long it speaks
 * @param tokensRead    tokens of text that the model read
 * @param tokensWritten tokens of text that it wrote
 * @param characters    characters to be spoken
 */
public record ServiceUse(Stage stage, Duration sound, long tokensRead, long tokensWritten, long characters) {

    /** Sound was sent to be transcribed. */
    static ServiceUse transcribed(Duration sound) {
        return new ServiceUse(Stage.TRANSCRIPTION, sound, 0, 0, 0);
    }

    /** A chat model read and wrote. */
    static ServiceUse replied(long tokensRead, long tokensWritten) {
        return new ServiceUse(Stage.CHAT, Duration.ZERO, tokensRead, tokensWritten, 0);
    }

    /** A text was spoken. */
    static ServiceUse spoken(SpeechRequest request) {
        return new ServiceUse(Stage.SPEECH, TextAmount.spoken(request.text()),
                TextAmount.tokens(request.text()) + TextAmount.tokens(request.instructions()), 0,
                request.text().length());
    }
}
