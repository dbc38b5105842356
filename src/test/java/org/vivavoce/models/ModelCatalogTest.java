package org.vivavoce.models;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.ai.Stage;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelCatalogTest {

    private final ModelCatalog catalog = ModelCatalog.builtIn();

    @Test
    void everyModelIsThereOnceAndItsSuccessorDoesTheSame() {
        Set<String> ids = new HashSet<>();
        for (Model model : catalog.models()) {
            assertTrue(ids.add(model.id()), model.id());
            model.successor().ifPresent(id -> assertEquals(model.stage(), catalog.byId(id).orElseThrow().stage()));
            assertEquals(model.end().isPresent(), model.successor().isPresent(), model.id());
        }
        assertFalse(catalog.asOf().isBefore(LocalDate.of(2026, 11, 21)));
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o-mini-tts,2027-01-06,gpt-realtime-2.1-mini", "gpt-4o-mini,2027-01-14,gpt-6-luna",
        "whisper-1,2027-02-26,gpt-transcribe"})
    void theThreeModelsOfTheFirstPipelineEndAndAreFollowed(String id, LocalDate end, String successor) {
        Model model = catalog.byId(id).orElseThrow();
        assertEquals(Optional.of(end), model.end());
        assertEquals(Optional.of(successor), model.successor());
    }

    @Test
    void aSuccessorEndsLater() {
        for (Model model : catalog.models()) {
            Optional<LocalDate> next = model.successor().flatMap(catalog::byId).flatMap(Model::end);
            next.ifPresent(end -> assertTrue(end.isAfter(model.end().orElseThrow()), model.id()));
        }
    }

    @Test
    void everyModelOfOpenAisPresetIsKnownAndPriced() {
        ServicePreset openai = ServicePresets.load().byId(ServicePresets.OPENAI).orElseThrow();
        for (var endpoint : List.of(openai.speechToText(), openai.chat(), openai.speech())) {
            Model model = catalog.offered(endpoint.baseUrl(), endpoint.model()).orElseThrow();
            assertFalse(model.prices().equals(Prices.UNKNOWN), model.id());
        }
    }

    @Test
    void noModelOfThePresetOf2027IsKnownToEnd() {
        ServicePreset next = ServicePresets.load().byId(ServicePresets.OPENAI_2027).orElseThrow();
        ServicePreset first = ServicePresets.load().byId(ServicePresets.OPENAI).orElseThrow();
        List<Settings.Endpoint> before = List.of(first.speechToText(), first.chat(), first.speech());
        List<Settings.Endpoint> after = List.of(next.speechToText(), next.chat(), next.speech());
        for (int i = 0; i < before.size(); i++) {
            Model model = catalog.offered(after.get(i).baseUrl(), after.get(i).model()).orElseThrow();
            assertEquals(Optional.empty(), model.end());
            assertEquals(Optional.of(model.id()), catalog.byId(before.get(i).model()).orElseThrow().successor());
        }
    }

    @Test
    void everyVoiceHasTheVoiceOfEveryModeOrItsSecondChoice() {
        for (Model model : catalog.models()) {
            for (var mode : ModeCatalog.builtIn().modes()) {
                assertTrue(model.stage() != Stage.SPEECH || model.voices().contains(mode.voice())
                        || model.voices().contains(mode.alternateVoice()),
                        model.id() + " has no voice for " + mode.id());
            }
        }
    }

    @Test
    void aModelThatIsNotKnownTakesWhatEveryServerTakes() {
        assertEquals(Abilities.UNKNOWN, catalog.abilitiesOf("kokoro"));
        assertFalse(Abilities.UNKNOWN.transcribing().verboseJson());
        assertTrue(Abilities.UNKNOWN.chatting().takesTemperature(""));
    }

    @Test
    void aModelThatReasonsTakesATemperatureOnlyWhereItDoesNot() {
        Abilities.Chatting luna = catalog.abilitiesOf("gpt-6-luna").chatting();
        assertTrue(luna.takesTemperature("none"));
        assertFalse(luna.takesTemperature("low"));
        assertFalse(luna.takesTemperature(""), "it reasons where nothing is asked");
    }

    @ParameterizedTest
    @CsvSource({"https://api.openai.com/v1,true", "api.openai.com,true", "https://EU.api.openai.com,true",
        "https://openai.com.example.org/v1,false", "https://notopenai.com,false", "http://localhost:8000/v1,false",
        "'',false", "a b,false"})
    void pricesAndEndsHoldOnTheProvidersOwnServersAlone(String address, boolean offered) {
        assertEquals(offered, catalog.offered(address, "whisper-1").isPresent());
    }

    @Test
    void theRecogniserThatListensLiveIsReachedOverASocketAndNoOther() {
        for (Model model : catalog.models()) {
            Abilities.Way way = model.abilities().transcribing().way();
            assertEquals(model.stage() == Stage.TRANSCRIPTION, way != Abilities.Way.BY_NAME, model.id());
            assertEquals(model.id().equals("gpt-live-transcribe"), way == Abilities.Way.REALTIME, model.id());
        }
    }

    @Test
    void aRecogniserWithoutItsWayIsAnError() {
        assertThrows(IllegalStateException.class, () -> ModelFile.parse("""
                as_of = "2026-11-21"
                source = "somewhere"
                provider = "openai.com"
                [[models]]
                id = "m"
                stage = "transcription"
                end = ""
                successor = ""
                transcribing = {verbose_json = false, language_list = false, keywords = false, prompt = true}
                """));
    }

    @Test
    void aWordThatIsNotKnownIsAnError() {
        assertThrows(IllegalStateException.class, () -> ModelFile.parse("""
                as_of = "2026-11-21"
                source = "somewhere"
                provider = "openai.com"
                [[models]]
                id = "m"
                stage = "chat"
                end = ""
                successor = ""
                prize = {text_in = 1.0}
                """));
    }
}
