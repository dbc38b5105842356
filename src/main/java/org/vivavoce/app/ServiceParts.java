package org.vivavoce.app;

import org.vivavoce.ai.Stage;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.Settings;

/** The three services of a preset by what they do. Functions without state. */
public final class ServiceParts {

    private ServiceParts() {}

    /** The service of a stage. */
    public static Settings.Endpoint of(ServicePreset preset, Stage stage) {
        return switch (stage) {
            case TRANSCRIPTION -> preset.speechToText();
            case CHAT -> preset.chat();
            case SPEECH -> preset.speech();
        };
    }

    /** The model it is asked for in a mode and a language. */
    public static String model(Settings.Endpoint endpoint, Mode mode, Language language) {
        return endpoint.model().replace("{mode}", mode.id()).replace("{language}", language.code());
    }
}
