package org.vivavoce.models;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.ServiceUse;
import org.vivavoce.ai.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TariffTest {

    private static double dollars(String model, ServiceUse use) {
        return new Tariff(ModelCatalog.builtIn().byId(model).orElseThrow().prices()).dollars(use).orElseThrow();
    }

    private static ServiceUse sent(int seconds) {
        return new ServiceUse(Stage.TRANSCRIPTION, Duration.ofSeconds(seconds), 0, 0, 0);
    }

    @Test
    void aRecogniserIsPaidByTheMinuteOfSound() {
        assertEquals(0.009, dollars("whisper-1", sent(90)), 1e-9);
        assertEquals(0.00675, dollars("gpt-transcribe", sent(90)), 1e-9);
    }

    @Test
    void aChatModelIsPaidByTheMillionTokens() {
        ServiceUse use = new ServiceUse(Stage.CHAT, Duration.ZERO, 100_000, 10_000, 0);
        assertEquals(0.021, dollars("gpt-4o-mini", use), 1e-9);
        assertEquals(0.015, dollars("gpt-6-luna", use), 1e-9);
    }

    @Test
    void aVoiceIsPaidByItsTextAndItsSoundOrByTheCharacter() {
        ServiceUse minute = new ServiceUse(Stage.SPEECH, Duration.ofMinutes(1), 250, 0, 900);
        assertEquals(0.0144 + 0.00015, dollars("gpt-4o-mini-tts", minute), 1e-9);
        assertEquals(0.024 + 0.00015, dollars("gpt-realtime-2.1-mini", minute), 1e-9);
        assertEquals(0.0135, dollars("tts-1", minute), 1e-9);
    }

    @Test
    void whereAPriceIsNotKnownTheCostIsNot() {
        assertEquals(OptionalDouble.empty(), new Tariff(Prices.UNKNOWN).dollars(sent(1)));
        Prices half = new Prices(null, 1.0, null, null, null, null);
        assertEquals(OptionalDouble.empty(),
                new Tariff(half).dollars(new ServiceUse(Stage.CHAT, Duration.ZERO, 1, 1, 0)));
    }

    @Test
    void amountsAreWrittenAsEstimates() {
        assertEquals("about $0.12", Dollars.about(OptionalDouble.of(0.1249)));
        assertEquals("less than $0.01", Dollars.about(OptionalDouble.of(0.0049)));
        assertEquals("–", Dollars.about(OptionalDouble.empty()));
        assertEquals("$2.50", Dollars.exact(2.5));
    }
}
