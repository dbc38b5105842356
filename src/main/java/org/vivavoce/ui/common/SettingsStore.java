package org.vivavoce.ui.common;

import java.util.Optional;
import org.vivavoce.settings.Settings;

/** Takes changed settings: keeps them, and lets what is running go by them. Called on a background thread, one call at a time. */
@FunctionalInterface
public interface SettingsStore {

    /**
     * The settings have changed.
     *
     * @return one sentence for the user when they could not be kept
     */
    Optional<String> save(Settings settings);
}
