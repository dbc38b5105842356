package org.vivavoce.bench.conversation;

import java.time.Duration;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.SeenRequest;

/**
 * How fast the services of the bench are, and so how early a reply can sound at best. The values are those at which others were measured
 * (LiveKit Agents for Node 1.9.0: 3.96 s from the end of speech to the reply). Stateless.
 */
final class Pace {

    /** Transcription 0.7 s and 50 ms a second of sound, first token 0.55 s, 60 tokens/s of 4 characters, speech 0.8 s and 3 × real time. */
    static final Delays DELAYS = new Delays(
            new Delays.Transcription(Duration.ofMillis(700), Duration.ofMillis(50)),
            new Delays.Chat(Duration.ofMillis(550), 60, 4),
            new Delays.Speech(Duration.ofMillis(800), 3, Duration.ZERO));

    /** Quiet after which work on a reply may begin; the same for everything that is compared. */
    static final double SOFT_END_MS = 250;

    private Pace() {}

    /**
     * What the services alone take, from the soft end to the first byte of the reply's first piece.
     *
     * @param upload      the last sound that had to be understood
     * @param firstClause the text of the first piece of the reply
     */
    static double floorMs(SeenRequest upload, String firstClause) {
        return SOFT_END_MS + transcriptionMs(upload.audioLength()) + clauseMs(firstClause)
                + millis(DELAYS.speech().firstByte());
    }

    private static double transcriptionMs(Duration audio) {
        Delays.Transcription delays = DELAYS.transcription();
        return millis(delays.base()) + millis(delays.perSecond()) * millis(audio) / 1000;
    }

    /** Until the token is there that ends the clause. */
    private static double clauseMs(String clause) {
        Delays.Chat delays = DELAYS.chat();
        int tokens = (clause.length() + delays.charactersPerToken() - 1) / delays.charactersPerToken();
        return millis(delays.firstToken()) + Math.max(0, tokens - 1) * 1000 / delays.tokensPerSecond();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
