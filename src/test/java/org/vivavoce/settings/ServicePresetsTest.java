package org.vivavoce.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ServicePresetsTest {

    private final ServicePresets presets = ServicePresets.load();

    private static SecretStore keys(Map<String, String> keys) {
        return new SecretStore() {
            @Override
            public Optional<String> key(String preset) {
                return Optional.ofNullable(keys.get(preset));
            }

            @Override
            public Optional<String> keep(String preset, String key) {
                return Optional.empty();
            }
        };
    }

    private static Settings.ServiceSettings chosen(String preset) {
        return new Settings.ServiceSettings(preset, Map.of(), Set.of(), false);
    }

    @Test
    void fourPresetsComeWithTheProgram() {
        assertEquals(List.of("openai", "openai-2027", "offline", "local"),
                presets.all().stream().map(ServicePreset::id).toList());
        assertEquals(new Settings.Endpoint("https://api.openai.com/v1", "whisper-1"),
                presets.byId("openai").orElseThrow().speechToText());
    }

    @Test
    void thePresetsOfOpenAiShareOneKey() {
        assertEquals("openai", presets.byId("openai").orElseThrow().key());
        assertEquals("openai", presets.byId("openai-2027").orElseThrow().key());
    }

    @Test
    void theChosenPresetIsInUseEvenWithoutAKey() {
        assertEquals("openai", presets.inUse(chosen("openai"), keys(Map.of())).id());
        assertEquals("local", presets.inUse(chosen("local"), keys(Map.of("openai", "k"))).id());
    }

    @Test
    void withoutAChoiceTheKeyDecides() {
        assertEquals("openai", presets.inUse(chosen(""), keys(Map.of("openai", "k"))).id());
        assertEquals("offline", presets.inUse(chosen(""), keys(Map.of())).id());
        assertEquals("offline", presets.inUse(chosen("no-such-preset"), keys(Map.of())).id());
    }

    @Test
    void changesOfOnePresetDoNotLeakIntoAnother() {
        Settings.Endpoints own = new Settings.Endpoints(new Settings.Endpoint(" http://10.0.0.1:8000 ", ""),
                Settings.Endpoint.AS_PRESET, new Settings.Endpoint("", "kokoro"));
        Settings.ServiceSettings settings = chosen("local").withOwn("local", own);
        ServicePreset local = presets.inUse(settings, keys(Map.of()));
        assertEquals(new Settings.Endpoint("http://10.0.0.1:8000", "whisper-1"), local.speechToText());
        assertEquals("kokoro", local.speech().model());
        assertEquals(presets.byId("openai").orElseThrow(),
                presets.inUse(settings.withPreset("openai"), keys(Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"http://192.168.1.5:8000/v1, 192.168.1.5", "HTTP://Nas.Home, nas.home", "https://nas.home, ''",
        "http://localhost:8000, ''", "http://127.0.0.1:11434/v1, ''", "http://[::1]:8000, ''", "'', ''",
        "http://?, ''", "10.0.0.7:8000, 10.0.0.7", "nas.home:8000, ''"})
    void whatWouldCrossTheNetworkInClearIsKnown(String written, String host) {
        assertEquals(host, new Settings.Endpoint(written, "", "").address().hostInClear().orElse(""));
    }

    @Test
    void ownServersHaveNamesForAKeyEach() {
        ServicePreset local = ServicePresets.load().byId("local").orElseThrow();
        assertEquals(new ServicePreset.KeyNames("local-speech-to-text", "local-chat", "local-speech"),
                local.keyNames());
        ServicePreset openai = ServicePresets.load().byId("openai-2027").orElseThrow();
        assertEquals(new ServicePreset.KeyNames("openai", "openai", "openai"), openai.keyNames());
    }
}
