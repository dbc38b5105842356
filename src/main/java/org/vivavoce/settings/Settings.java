package org.vivavoce.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All that the user may set; a value, kept in {@code settings.toml} of the data folder. Keys are not in it: see {@link SecretStore}.
 *
 * @param service     which services are used
 * @param sound       which devices are used
 * @param turnTaking  how the floor passes
 * @param appearance  how the window looks
 * @param language    the language last practised, ISO 639-1
 * @param budget      what may be spent
 * @param notes       what the partner is given to know
 * @param recordings  whether sound is kept
 */
public record Settings(ServiceSettings service, SoundSettings sound, TurnTakingSettings turnTaking,
        AppearanceSettings appearance, String language, BudgetSettings budget, NotesSettings notes,
        RecordingSettings recordings) {

    /** What holds before the user has set anything. */
    public static Settings defaults() {
        return new Settings(new ServiceSettings("", Map.of(), Set.of(), false), new SoundSettings("", ""),
                new TurnTakingSettings("adaptive", Map.of(), true, true, true),
                new AppearanceSettings("system", false, true), "en", new BudgetSettings(0, 0),
                new NotesSettings(List.of()), new RecordingSettings(RecordingSettings.NOT_ASKED, 0));
    }

    /** The same with other services. */
    public Settings withService(ServiceSettings other) {
        return new Settings(other, sound, turnTaking, appearance, language, budget, notes, recordings);
    }

    /** The same with other devices. */
    public Settings withSound(SoundSettings other) {
        return new Settings(service, other, turnTaking, appearance, language, budget, notes, recordings);
    }

    /** The same with another way of taking turns. */
    public Settings withTurnTaking(TurnTakingSettings other) {
        return new Settings(service, sound, other, appearance, language, budget, notes, recordings);
    }

    /** The same with another look. */
    public Settings withAppearance(AppearanceSettings other) {
        return new Settings(service, sound, turnTaking, other, language, budget, notes, recordings);
    }

    /** The same with another language. */
    public Settings withLanguage(String code) {
        return new Settings(service, sound, turnTaking, appearance, code, budget, notes, recordings);
    }

    /** The same with another budget. */
    public Settings withBudget(BudgetSettings other) {
        return new Settings(service, sound, turnTaking, appearance, language, other, notes, recordings);
    }

    /** The same with other notes. */
    public Settings withNotes(NotesSettings other) {
        return new Settings(service, sound, turnTaking, appearance, language, budget, other, recordings);
    }

    /** The same with sound kept otherwise. */
    public Settings withRecordings(RecordingSettings other) {
        return new Settings(service, sound, turnTaking, appearance, language, budget, notes, other);
    }

    /**
     * Which services are used.
     *
     * @param preset id of a {@link ServicePreset}; empty for {@code openai} where there is a key and {@code offline} where not
     * @param own    what the user changed, by preset id: addresses and models of one preset never leak into another, and so no key
     *               is ever sent to an address that was entered for other servers
     * @param inClear hosts to which the user lets the program talk without encryption
     * @param failOver whether the built-in partner goes on where the services stay away
     */
    public record ServiceSettings(String preset, Map<String, Endpoints> own, Set<String> inClear, boolean failOver) {
        public ServiceSettings {
            own = Map.copyOf(own);
            inClear = Set.copyOf(inClear);
        }

        /** The same with another preset. */
        public ServiceSettings withPreset(String id) {
            return new ServiceSettings(id, own, inClear, failOver);
        }

        /** The same, with or without the user's leave to talk to a host without encryption. */
        public ServiceSettings withInClear(String host, boolean allowed) {
            Set<String> hosts = new HashSet<>(inClear);
            if (allowed) {
                hosts.add(host);
            } else {
                hosts.remove(host);
            }
            return new ServiceSettings(preset, own, hosts, failOver);
        }

        /** The same, with or without the built-in partner as a second. */
        public ServiceSettings withFailOver(boolean wanted) {
            return new ServiceSettings(preset, own, inClear, wanted);
        }

        /** What the user changed of a preset; nothing where nothing was changed. */
        public Endpoints ownOf(String presetId) {
            return own.getOrDefault(presetId, Endpoints.AS_PRESET);
        }

        /** The same with other changes to a preset. */
        public ServiceSettings withOwn(String presetId, Endpoints endpoints) {
            Map<String, Endpoints> all = new HashMap<>(own);
            if (endpoints.equals(Endpoints.AS_PRESET)) {
                all.remove(presetId);
            } else {
                all.put(presetId, endpoints);
            }
            return new ServiceSettings(preset, all, inClear, failOver);
        }
    }

    /**
     * Three services, or what of them differs from the preset.
     *
     * @param speechToText the recogniser
     * @param chat         the chat model
     * @param speech       the voice
     */
    public record Endpoints(Endpoint speechToText, Endpoint chat, Endpoint speech) {
        /** Nothing differs. */
        public static final Endpoints AS_PRESET = new Endpoints(Endpoint.AS_PRESET, Endpoint.AS_PRESET,
                Endpoint.AS_PRESET);

        /** The same with another recogniser. */
        public Endpoints withSpeechToText(Endpoint other) {
            return new Endpoints(other, chat, speech);
        }

        /** The same with another chat model. */
        public Endpoints withChat(Endpoint other) {
            return new Endpoints(speechToText, other, speech);
        }

        /** The same with another voice. */
        public Endpoints withSpeech(Endpoint other) {
            return new Endpoints(speechToText, chat, other);
        }
    }

    /**
     * One service, or what of it differs from the preset (empty: as the preset has it).
     *
     * @param baseUrl with or without {@code /v1} and trailing slash
     * @param model   the model's name; may hold {@code {mode}} and {@code {language}}
     * @param voice   who speaks, where it is a voice; empty for the voice of each kind of practice
     */
    public record Endpoint(String baseUrl, String model, String voice) {
        /** Nothing differs. */
        public static final Endpoint AS_PRESET = new Endpoint("", "");

        public Endpoint {
            baseUrl = Objects.requireNonNullElse(baseUrl, ""); // a file need not name them all
            model = Objects.requireNonNullElse(model, "");
            voice = Objects.requireNonNullElse(voice, "");
        }

        /** A service that speaks, if it does, in the voice of the kind of practice. */
        public Endpoint(String baseUrl, String model) {
            this(baseUrl, model, "");
        }

        /** The same with another model. */
        public Endpoint withModel(String name) {
            return new Endpoint(baseUrl, name, voice);
        }

        /** The same elsewhere. */
        public Endpoint withBaseUrl(String url) {
            return new Endpoint(url, model, voice);
        }

        /** Where it is. */
        public ServiceAddress address() {
            return new ServiceAddress(baseUrl);
        }

        /** These values where they are given, the other's where they are empty. */
        public Endpoint over(Endpoint other) {
            return new Endpoint(baseUrl.isBlank() ? other.baseUrl : baseUrl.strip(),
                    model.isBlank() ? other.model : model.strip(), voice.isBlank() ? other.voice : voice.strip());
        }
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
     * @param preset         {@code adaptive} or {@code classic}
     * @param holdMs         milliseconds of silence before a reply, by mode id; a mode that is not named keeps its own
     * @param bargeIn        whether speaking over the partner stops it
     * @param silencePrompts whether the partner asks gently after long silence
     * @param adaptToPauses  whether the silence before a reply is learned from the user's pauses: see {@link LearnedHolds}
     */
    public record TurnTakingSettings(String preset, Map<String, Integer> holdMs, boolean bargeIn,
            boolean silencePrompts, boolean adaptToPauses) {

        /** The shortest hold that can be set, in milliseconds: below it pauses within a sentence would be cut. */
        public static final int MIN_HOLD_MS = 500;

        /** The longest hold that can be set, in milliseconds. */
        public static final int MAX_HOLD_MS = 3000;

        /** The longest hold where a language is practised, in milliseconds: looking for words takes longer. */
        public static final int MAX_LANGUAGE_HOLD_MS = 6000;

        public TurnTakingSettings {
            holdMs = Map.copyOf(holdMs);
        }

        /** The same with another preset. */
        public TurnTakingSettings withPreset(String id) {
            return new TurnTakingSettings(id, holdMs, bargeIn, silencePrompts, adaptToPauses);
        }

        /** The same with other holds, in milliseconds by mode id. */
        public TurnTakingSettings withHolds(Map<String, Integer> all) {
            return new TurnTakingSettings(preset, all, bargeIn, silencePrompts, adaptToPauses);
        }

        /** The same with another hold for a mode, in milliseconds. */
        public TurnTakingSettings withHold(String modeId, int milliseconds) {
            Map<String, Integer> all = new HashMap<>(holdMs);
            all.put(modeId, milliseconds);
            return withHolds(all);
        }

        /** The same where speaking over the partner stops it, or does not. */
        public TurnTakingSettings withBargeIn(boolean on) {
            return new TurnTakingSettings(preset, holdMs, on, silencePrompts, adaptToPauses);
        }

        /** The same with or without gentle questions after long silence. */
        public TurnTakingSettings withSilencePrompts(boolean on) {
            return new TurnTakingSettings(preset, holdMs, bargeIn, on, adaptToPauses);
        }

        /** The same with or without learning from pauses. */
        public TurnTakingSettings withAdaptToPauses(boolean on) {
            return new TurnTakingSettings(preset, holdMs, bargeIn, silencePrompts, on);
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

    /**
     * What may be spent, in US dollars; 0 for no limit.
     *
     * @param sessionDollars on one conversation
     * @param monthDollars   in a calendar month
     */
    public record BudgetSettings(double sessionDollars, double monthDollars) {}

    /**
     * What the partner is given to know.
     *
     * @param files paths of texts: a résumé, a job advert, notes
     */
    public record NotesSettings(List<String> files) {
        public NotesSettings {
            files = List.copyOf(files);
        }
    }
}
