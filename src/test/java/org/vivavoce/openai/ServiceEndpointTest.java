package org.vivavoce.openai;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.models.ModelCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ServiceEndpointTest {

    @ParameterizedTest
    @CsvSource({"https://api.openai.com/v1, https://api.openai.com/v1",
        "https://api.openai.com/v1/, https://api.openai.com/v1",
        "https://api.openai.com, https://api.openai.com/v1", "' http://localhost:8000// ', http://localhost:8000/v1",
        "localhost:11434, http://localhost:11434/v1", "192.168.1.7:8080/v1, http://192.168.1.7:8080/v1",
        "speech.example.org, https://speech.example.org/v1", "http://[::1]:9000/, http://[::1]:9000/v1",
        "https://openrouter.ai/api/v1, https://openrouter.ai/api/v1", "https://host/whisper, https://host/whisper/v1",
        "https://host/v1beta/openai/, https://host/v1beta/openai"})
    void anAddressMayBeWrittenInManyWays(String written, String url) {
        assertEquals(Optional.of(url), new ServiceEndpoint(written, "", "m").url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://host/v1", "http://", "not an address", "https:///v1"})
    void whatIsNoAddressFailsAtTheCallWithASentence(String written) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ServiceEndpoint endpoint = new ServiceEndpoint(written, "", "m");
            try (OpenAiServices made = new OpenAiServices(endpoint, endpoint, endpoint, threads)) {
                made.warmConnections();
                assertThrows(ServiceException.NoNetwork.class,
                        () -> made.services().speechToText().transcribe(OpenAiServicesFixture.utterance(),
                                new Cancellation()));
            }
        }
    }

    @Test
    void aKeyThatCannotBeSentIsRefusedWithoutAskingAnyone() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ServiceEndpoint endpoint = new ServiceEndpoint("http://127.0.0.1:9", "sk-плохо\nsk-bad", "m");
            try (OpenAiServices made = new OpenAiServices(endpoint, endpoint, endpoint, threads)) {
                assertThrows(ServiceException.KeyRefused.class,
                        () -> made.services().speechToText().transcribe(OpenAiServicesFixture.utterance(),
                                new Cancellation()));
            }
        }
    }

    @Test
    void keysAndPasswordsStayOutOfTheNames() {
        ServiceEndpoint endpoint = new ServiceEndpoint("https://user:secret@host.example/v1", OpenAiServicesFixture.KEY,
                "m");

        assertEquals("host.example", endpoint.host());
        assertFalse(endpoint.toString().contains("secret"));
        assertFalse(endpoint.toString().contains("sk-"));
    }

    @ParameterizedTest
    @CsvSource({"gpt-live-transcribe,true,false", "gpt-transcribe,false,false", "gpt-realtime-2.1-mini,true,true",
        "tts-1,false,false", "realtime-of-somebody-else,true,true", "one-of-somebody-else,false,false"})
    void whatIsKnownOfAModelSaysWhetherItNeedsASocketElseItsName(String model, boolean listens, boolean speaks) {
        ServiceEndpoint endpoint = new ServiceEndpoint("localhost", "", model,
                ModelCatalog.builtIn().abilitiesOf(model));

        assertEquals(listens, endpoint.listensLive());
        assertEquals(speaks, endpoint.speaksLive());
    }

    @Test
    void anEmptyKeyIsAllowed() {
        ServiceEndpoint endpoint = new ServiceEndpoint("localhost", "  ", "m");

        assertTrue(endpoint.keyIsSendable());
        assertFalse(endpoint.sentKey().isEmpty());
    }
}
