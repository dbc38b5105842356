package org.vivavoce.session;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a conversation used of its services, and what that costs. Counted and priced outside of the conversation, which only passes it
 * on. A value.
 *
 * @param transcribed      how much sound was sent to be transcribed
 * @param tokensRead       tokens that the chat model read
 * @param tokensWritten    tokens that it wrote
 * @param charactersSpoken characters that were spoken
 * @param dollars          what all of that costs, about; empty where a price is not known
 * @param remark           one sentence for the user about the budget, where it ended the conversation
 */
public record SessionExpense(Duration transcribed, long tokensRead, long tokensWritten, long charactersSpoken,
        OptionalDouble dollars, Optional<String> remark) {

    /** Nothing was used that is paid for. */
    public static final SessionExpense NONE = new SessionExpense(Duration.ZERO, 0, 0, 0, OptionalDouble.of(0),
            Optional.empty());

    /** Whether anything was used that may be paid for. */
    public boolean isSomething() {
        return !transcribed.isZero() || tokensRead + tokensWritten + charactersSpoken > 0;
    }
}
