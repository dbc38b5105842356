package org.vivavoce.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The service presets that come with the program, and which of them is in use. Immutable; read from {@code assets/services}. */
public final class ServicePresets {

    /** OpenAI's three services. */
    public static final String OPENAI = "openai";

    /** OpenAI's three services by the models that follow those that end in early 2027. */
    public static final String OPENAI_2027 = "openai-2027";

    /** The partner inside the program. */
    public static final String OFFLINE = "offline";

    /** Any servers that speak the same API. */
    public static final String LOCAL = "local";

    private final List<ServicePreset> all;

    private ServicePresets(List<ServicePreset> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the presets from the class path. */
    public static ServicePresets load() {
        TomlMapper mapper = TomlMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        return new ServicePresets(
                List.of(OPENAI, OPENAI_2027, OFFLINE, LOCAL).stream().map(id -> read(mapper, id)).toList());
    }

    private static ServicePreset read(TomlMapper mapper, String id) {
        String name = "/assets/services/" + id + ".toml";
        try (InputStream in = ServicePresets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program was packed without " + name);
            }
            return mapper.readValue(in, ServicePreset.class);
        } catch (IOException e) {
            throw new IllegalStateException("The program was packed with a broken " + name, e);
        }
    }

    /** All presets, in the order of the screen. */
    public List<ServicePreset> all() {
        return all;
    }

    /** A preset by its id. */
    public Optional<ServicePreset> byId(String id) {
        return all.stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    /**
     * The preset in use, with the user's own addresses and models in it: the one that was chosen; where none was chosen (or one that
     * does not exist), OpenAI where there is a key, the built-in partner where not. May block on the keychain.
     */
    public ServicePreset inUse(Settings.ServiceSettings settings, SecretStore keys) {
        Optional<ServicePreset> chosen = byId(settings.preset());
        ServicePreset preset = chosen.isPresent() ? chosen.get() : byDefault(keys);
        return withOwn(preset, settings.ownOf(preset.id()));
    }

    private ServicePreset byDefault(SecretStore keys) {
        return byId(keys.key(OPENAI).isPresent() ? OPENAI : OFFLINE).orElseThrow();
    }

    /** A preset with the user's own addresses and models in place of its own, where they are given. */
    public static ServicePreset withOwn(ServicePreset preset, Settings.Endpoints own) {
        return new ServicePreset(preset.id(), preset.name(), preset.summary(), preset.needsKey(), preset.key(),
                preset.ownServers(), preset.hedged(), own.speechToText().over(preset.speechToText()),
                own.chat().over(preset.chat()),
                own.speech().over(preset.speech()));
    }
}
