package org.vivavoce.store;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a session used of the services, and what that cost. A value.
 *
 * @param dollarsMicros    millionths of a US dollar; empty where a price is not known
 * @param tokensRead       tokens that the chat model read
 * @param tokensWritten    tokens that it wrote
 * @param charactersSpoken characters that were spoken
 * @param transcribed      how much sound was sent to be transcribed
 */
public record SessionCost(OptionalLong dollarsMicros, long tokensRead, long tokensWritten, long charactersSpoken,
        Duration transcribed) {

    /** Nothing was used. */
    public static final SessionCost NONE = new SessionCost(OptionalLong.of(0), 0, 0, 0, Duration.ZERO);

    /** Both together; where the price of one is not known, that of both is not. */
    public SessionCost plus(SessionCost other) {
        OptionalLong both = dollarsMicros.isPresent() && other.dollarsMicros.isPresent()
                ? OptionalLong.of(dollarsMicros.getAsLong() + other.dollarsMicros.getAsLong())
                : OptionalLong.empty();
        return new SessionCost(both, tokensRead + other.tokensRead, tokensWritten + other.tokensWritten,
                charactersSpoken + other.charactersSpoken, transcribed.plus(other.transcribed));
    }
}
