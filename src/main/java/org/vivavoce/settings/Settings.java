package org.vivavoce.settings;

import java.util.Map;

/**
 * All that the user may set; a value, kept in {@code settings.toml} of the data folder. Keys are not in it: see {@link SecretStore}.
 *
 * @param service     which services are used
 * @param sound       which devices are used
 * @param turnTaking  how the floor passes
 * @param appearance  how the window looks
 * @param language    the language last practised, ISO 639-1
 */
public record Settings(ServiceSettings service, SoundSettings sound, TurnTakingSettings turnTaking,
        AppearanceSettings appearance,
        String language) {

    /**
     * Which services are used.
     *
     * @param preset       id of a {@link ServicePreset}; empty for {@code openai} where there is a key and {@code offline} where not
     * @param speechToText what differs from the preset
     * @param chat         what differs from the preset
     * @param speech       what differs from the preset
     */
    public record ServiceSettings(String preset, Endpoint speechToText, Endpoint chat, Endpoint speech) {}

    /**
     * One service, or what of it differs from the preset (empty: as the preset has it).
     *
     * @param baseUrl with or without {@code /v1} and trailing slash
     * @param model   the model's name; may hold {@code {mode}} and {@code {language}}
     */
    public record Endpoint(String baseUrl, String model) {
        /** Nothing differs. */
        public static final Endpoint AS_PRESET = new Endpoint("", "");
    }

    /**
     * Which devices are used; empty names stand for the system's default.
     *
     * @param microphone  name, or path of a .wav file
     * @param loudspeaker name, or path of a .wav file
     */
    public record SoundSettings(String microphone, String loudspeaker) {}

    /**
     * How the floor passes.
     *
     * @param preset       {@code adaptive} or {@code classic}
     * @param holdMs       milliseconds of silence before a reply, by mode id; a mode that is not named keeps its own
     * @param bargeIn      whether speaking over the partner stops it
     * @param silencePrompts whether the partner asks gently after long silence
     */
    public record TurnTakingSettings(String preset, Map<String, Integer> holdMs, boolean bargeIn,
            boolean silencePrompts) {
        public TurnTakingSettings {
            holdMs = Map.copyOf(holdMs);
        }
    }

    /**
     * How the window looks.
     *
     * @param theme    {@code system}, {@code light} or {@code dark}
     * @param captions whether the partner's words are shown while it talks
     * @param motion   whether things move
     */
    public record AppearanceSettings(String theme, boolean captions, boolean motion) {}

    /** What holds before the user has set anything. */
    public static Settings defaults() {
        return new Settings(new ServiceSettings("", Endpoint.AS_PRESET, Endpoint.AS_PRESET, Endpoint.AS_PRESET),
                new SoundSettings("", ""), new TurnTakingSettings("adaptive", Map.of(), true, true),
                new AppearanceSettings("system", false, true), "en");
    }
}
