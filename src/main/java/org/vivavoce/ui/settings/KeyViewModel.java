package org.vivavoce.ui.settings;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.settings.SecretStore;
import org.vivavoce.settings.SecretStore.Place;

/** The key of one service: whether there is one, where it is, keeping and forgetting it. JavaFX thread; never holds the key itself. */
public final class KeyViewModel {

    /**
     * What is known of the key.
     *
     * @param there   whether there is one
     * @param place   where it is, where that is known
     * @param busy    whether it is being looked for, kept or forgotten
     * @param message a sentence for the user about the last thing done; empty for none
     */
    public record KeyState(boolean there, Optional<Place> place, boolean busy, String message) {}

    private final ReadOnlyObjectWrapper<KeyState> state = new ReadOnlyObjectWrapper<>(
            new KeyState(false, Optional.empty(), true, ""));
    private final SecretStore keys;
    private final Executor background;
    private final Executor ui;
    private final Runnable changed;
    private String preset = "";

    /** Knows of no service yet; {@code changed} is told when a key was kept or forgotten. */
    public KeyViewModel(SecretStore keys, Executor background, Executor ui, Runnable changed) {
        this.keys = keys;
        this.background = background;
        this.ui = ui;
        this.changed = changed;
    }

    /** What is known of the key. */
    public ReadOnlyObjectProperty<KeyState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Looks for the key of a service. */
    public void show(String presetId) {
        preset = presetId;
        look("");
    }

    /** Keeps a key for the service. */
    public void keep(String key) {
        if (!key.isBlank()) {
            store(key);
        }
    }

    /** Forgets the key of the service. */
    public void forget() {
        store("");
    }

    private void store(String key) {
        String asked = preset;
        busy();
        background.execute(() -> {
            String message;
            try {
                message = keys.keep(asked, key).orElse("");
            } catch (IOException e) {
                message = String.valueOf(e.getMessage());
            }
            String told = message;
            ui.execute(() -> {
                look(told);
                changed.run();
            });
        });
    }

    private void look(String message) {
        String asked = preset;
        busy();
        background.execute(() -> {
            boolean there = keys.key(asked).isPresent();
            Optional<Place> place = keys.place(asked);
            ui.execute(() -> {
                if (asked.equals(preset)) {
                    state.set(new KeyState(there, place, false, message));
                }
            });
        });
    }

    private void busy() {
        state.set(new KeyState(state.get().there(), state.get().place(), true, ""));
    }
}
