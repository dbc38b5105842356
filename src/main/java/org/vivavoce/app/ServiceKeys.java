package org.vivavoce.app;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Stage;
import org.vivavoce.settings.SecretStore;
import org.vivavoce.settings.ServicePreset;

/** The keys of a preset's three services. A value that nothing prints. */
public final class ServiceKeys {

    private final Optional<String> speechToText;
    private final Optional<String> chat;
    private final Optional<String> speech;

    private ServiceKeys(Optional<String> speechToText, Optional<String> chat, Optional<String> speech) {
        this.speechToText = speechToText;
        this.chat = chat;
        this.speech = speech;
    }

    /** The kept ones. May block on the keychain. */
    public static ServiceKeys kept(ServicePreset preset, SecretStore keys) {
        ServicePreset.KeyNames names = preset.keyNames();
        if (!preset.ownServers()) {
            return ofAll(keys.key(preset.key()));
        }
        return new ServiceKeys(keys.key(names.speechToText()), keys.key(names.chat()), keys.key(names.speech()));
    }

    /** One key for all three. */
    public static ServiceKeys ofAll(Optional<String> key) {
        return new ServiceKeys(key, key, key);
    }

    /** The key of a service; empty where there is none. */
    public Optional<String> of(Stage stage) {
        return switch (stage) {
            case TRANSCRIPTION -> speechToText;
            case CHAT -> chat;
            case SPEECH -> speech;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceKeys keys && speechToText.equals(keys.speechToText) && chat.equals(keys.chat)
                && speech.equals(keys.speech);
    }

    @Override
    public int hashCode() {
        return Objects.hash(speechToText, chat, speech);
    }

    @Override
    public String toString() {
        return "ServiceKeys"; // keys never enter a log
    }
}
