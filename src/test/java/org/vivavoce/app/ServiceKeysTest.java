package org.vivavoce.app;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Stage;
import org.vivavoce.settings.SecretStore;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class ServiceKeysTest {

    private static SecretStore store(Map<String, String> keys) {
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

    private static ServicePreset preset(String id) {
        return ServicePresets.load().byId(id).orElseThrow();
    }

    @Test
    void noServerOfOnesOwnIsSentTheKeyOfAnother() {
        ServiceKeys keys = ServiceKeys.kept(preset("local"), store(Map.of("local-chat", "sk-chat", "openai", "sk-o")));
        assertEquals(Optional.of("sk-chat"), keys.of(Stage.CHAT));
        assertEquals(Optional.empty(), keys.of(Stage.TRANSCRIPTION));
        assertEquals(Optional.empty(), keys.of(Stage.SPEECH));
    }

    @Test
    void theServicesOfOneProviderShareAKeyThatNothingPrints() {
        ServiceKeys keys = ServiceKeys.kept(preset("openai"), store(Map.of("openai", "sk-o")));
        assertEquals(Optional.of("sk-o"), keys.of(Stage.SPEECH));
        assertEquals(ServiceKeys.ofAll(Optional.of("sk-o")), keys);
        assertNotEquals(ServiceKeys.ofAll(Optional.empty()), keys);
        assertFalse(keys.toString().contains("sk-o"));
    }
}
