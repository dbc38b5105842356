package org.vivavoce.models;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.ServiceUse;

/**
 * What uses of a model cost by its dated prices: an estimate, since services count more finely than they tell. A value.
 *
 * @param prices the model's
 */
public record Tariff(Prices prices) {

    private static final double MILLION = 1e6;

    /**
     * Tokens of a second of speech: OpenAI's guide to the costs of Realtime counts one for 50 ms that a model speaks, and its price list
     * names about 0.015 dollars a minute for a voice of 12 dollars a million.
     */
    private static final double TOKENS_PER_SECOND_OF_SPEECH = 20;

    /** In US dollars; empty where a price that is needed is not known. */
    public OptionalDouble dollars(ServiceUse use) {
        return switch (use.stage()) {
            case TRANSCRIPTION -> sum(part(prices.minute(), seconds(use.sound()) / 60));
            case CHAT -> sum(part(prices.textIn(), use.tokensRead() / MILLION),
                    part(prices.textOut(), use.tokensWritten() / MILLION));
            case SPEECH -> prices.characters() != null
                    ? sum(part(prices.characters(), use.characters() / MILLION))
                    : sum(part(prices.textIn(), use.tokensRead() / MILLION),
                            part(prices.audioOut(), seconds(use.sound()) * TOKENS_PER_SECOND_OF_SPEECH / MILLION));
        };
    }

    private static double seconds(Duration sound) {
        return sound.toMillis() / 1000.0;
    }

    private static OptionalDouble part(@Nullable Double price, double amount) {
        return price == null ? OptionalDouble.empty() : OptionalDouble.of(price * amount);
    }

    private static OptionalDouble sum(OptionalDouble... parts) {
        double sum = 0;
        for (OptionalDouble part : parts) {
            if (part.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += part.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }
}
