package org.vivavoce.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        return new Settings.ServiceSettings(preset, Map.of());
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
}
