package org.vivavoce.app;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vivavoce.ai.ServiceUse;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.Prices;
import org.vivavoce.models.Tariff;
import org.vivavoce.session.SessionExpense;

/** Adds up what one conversation uses and what that costs. Thread-safe. */
final class ExpenseMeter {

    // all guarded by this
    private Duration transcribed = Duration.ZERO;
    private long tokensRead;
    private long tokensWritten;
    private long charactersSpoken;
    private double dollars;
    private boolean unpriced;

    /** Adds a use at these prices. */
    synchronized void add(ServiceUse use, Prices prices) {
        if (use.stage() == Stage.TRANSCRIPTION) {
            transcribed = transcribed.plus(use.sound());
        }
        if (use.stage() == Stage.CHAT) {
            tokensRead += use.tokensRead();
            tokensWritten += use.tokensWritten();
        }
        charactersSpoken += use.characters();
        OptionalDouble cost = new Tariff(prices).dollars(use);
        dollars += cost.orElse(0);
        unpriced |= cost.isEmpty();
    }

    /** What is known to have been spent up to now, in US dollars. */
    synchronized double dollars() {
        return dollars;
    }

    /**
     * All of it up to now.
     *
     * @param remark a sentence about the budget
     */
    synchronized SessionExpense total(Optional<String> remark) {
        return new SessionExpense(transcribed, tokensRead, tokensWritten, charactersSpoken,
                unpriced ? OptionalDouble.empty() : OptionalDouble.of(dollars), remark);
    }
}
