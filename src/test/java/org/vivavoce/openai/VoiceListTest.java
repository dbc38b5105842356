package org.vivavoce.openai;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.ai.Cancellation;

import static org.junit.jupiter.api.Assertions.assertEquals;

class VoiceListTest {

    private OpenAiServicesFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new OpenAiServicesFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"voices\": [\"af_heart\", \"bm_lewis\"]}", "[\"af_heart\", \"bm_lewis\", \"af_heart\"]",
        "{\"data\": [{\"id\": \"af_heart\"}, {\"name\": \"bm_lewis\"}, {}, 7]}",
        "[{\"voice_id\": \"af_heart\", \"model_id\": \"kokoro\"}, {\"voice_id\": \"x\", \"model_id\": \"piper\"},"
                + " {\"voice_id\": \"bm_lewis\", \"id\": \"2\", \"model_id\": \"kokoro\"}]"})
    void theVoicesAreReadInEachFormThatServersUse(String json) {
        fixture.script().voices(json);

        assertEquals(List.of("af_heart", "bm_lewis"), names(fixture.server.baseUrl()));
        assertEquals("Bearer " + OpenAiServicesFixture.KEY, fixture.log().all().getLast().header("authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "{\"error\": \"Unexpected endpoint\"}", "{}", "3", "{\"voices\": {}}"})
    void aServerThatDoesNotTellHasNoList(String answer) {
        fixture.script().voices(answer);

        assertEquals(List.of(), names(fixture.server.baseUrl()));
    }

    @Test
    void whereNobodyAnswersThereIsNoList() {
        String address = fixture.server.baseUrl();
        fixture.server.close();

        assertEquals(List.of(), names(address));
        assertEquals(List.of(), names("no address at all"));
    }

    private List<String> names(String address) {
        return new VoiceList(new ServiceEndpoint(address, OpenAiServicesFixture.KEY, "kokoro"), fixture.threads)
                .names(new Cancellation());
    }
}
