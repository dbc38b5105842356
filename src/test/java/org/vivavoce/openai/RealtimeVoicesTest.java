package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ReplacedVoice;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RealtimeVoicesTest {

    @Test
    void aVoiceThatOpenAisModelDoesNotHaveIsReplacedByTheSecondChoiceAndToldOnce() throws Exception {
        try (RealtimeFixture fixture = new RealtimeFixture()) {
            fixture.speak(new SpeechRequest("Hola.", "nova", "cedar", ""), new Cancellation());
            fixture.speak(new SpeechRequest("Buenos días.", "nova", "cedar", ""), new Cancellation());

            assertEquals(List.of("cedar"), voices(fixture));
            assertEquals(List.of(new ReplacedVoice("nova", "cedar")), fixture.replaced);
            assertEquals("This service has no voice \"nova\": \"cedar\" speaks instead.",
                    fixture.replaced.getFirst().sentence());
        }
    }

    @Test
    void withoutASecondChoiceThatIsThereOpenAisOwnSpeaks() throws Exception {
        try (RealtimeFixture fixture = new RealtimeFixture()) {
            fixture.speak(new SpeechRequest("Hola.", "nova", "onyx", ""), new Cancellation());

            assertEquals(List.of("marin"), voices(fixture));
            assertEquals(List.of(new ReplacedVoice("nova", "marin")), fixture.replaced);
        }
    }

    @Test
    void aVoiceThatIsThereIsNotReplaced() throws Exception {
        try (RealtimeFixture fixture = new RealtimeFixture()) {
            fixture.speak(new SpeechRequest("Hello.", "shimmer", "marin", ""), new Cancellation());

            assertEquals(List.of("shimmer"), voices(fixture));
            assertEquals(List.of(), fixture.replaced);
        }
    }

    @Test
    void anotherServersVoicesAreFoundOutByAskingOnce() throws Exception {
        try (RealtimeFixture fixture = elsewhere()) {
            fixture.script().voices("anna", "bert");
            fixture.speak(new SpeechRequest("Hola.", "nova", "bert", ""), new Cancellation());
            fixture.speak(new SpeechRequest("Buenos días.", "nova", "bert", ""), new Cancellation());

            assertEquals(List.of("nova", "bert"), voices(fixture));
            assertEquals(List.of(new ReplacedVoice("nova", "bert")), fixture.replaced);
            assertEquals(2, fixture.log().sent("response.create").size(),
                    "nothing is spoken by another voice meanwhile");
        }
    }

    @Test
    void whereNoChoiceIsThereTheServersListIsShown() throws Exception {
        try (RealtimeFixture fixture = elsewhere()) {
            fixture.script().voices("anna", "bert");

            ServiceException failure = assertThrows(ServiceException.Rejected.class,
                    () -> fixture.speak(new SpeechRequest("Hola.", "nova", "onyx", ""), new Cancellation()));

            assertTrue(failure.sentence().contains("[anna, bert]"), failure.sentence());
            assertEquals(2, fixture.log().handshakes().size());
        }
    }

    private static RealtimeFixture elsewhere() throws IOException {
        return new RealtimeFixture("speaches-realtime", Duration.ofSeconds(15));
    }

    private static List<String> voices(RealtimeFixture fixture) {
        return fixture.log().sent("session.update").stream()
                .map(sent -> sent.event().path("session").path("audio").path("output").path("voice").asText())
                .toList();
    }
}
