package org.vivavoce.ui.common;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vivavoce.settings.Settings;

/** The settings as an observable value; each change holds at once and is kept in the background. JavaFX thread. */
public final class SettingsModel {

    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicReference<@Nullable Settings> unsaved = new AtomicReference<>();
    private final Object saving = new Object();
    private final SettingsStore store;
    private final Executor background;
    private final Executor ui;

    /**
     * Begins with what holds.
     *
     * @param store      keeps changes
     * @param background runs the store
     * @param ui         the JavaFX thread
     */
    public SettingsModel(Settings initial, SettingsStore store, Executor background, Executor ui) {
        this.settings = new ReadOnlyObjectWrapper<>(initial);
        this.store = store;
        this.background = background;
        this.ui = ui;
    }

    /** What holds now. */
    public Settings now() {
        return settings.get();
    }

    /** What holds. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** One sentence for the user when the last change could not be kept. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Changes the settings. Changes in quick succession, as by a slider, are kept together. */
    public void change(UnaryOperator<Settings> how) {
        Settings changed = how.apply(settings.get());
        if (changed.equals(settings.get())) {
            return;
        }
        settings.set(changed);
        keep();
    }

    /** Keeps what holds, also when nothing was changed: the next start is then no first start. */
    public void keep() {
        if (unsaved.getAndSet(settings.get()) == null) {
            background.execute(this::saveLatest);
        }
    }

    private void saveLatest() {
        synchronized (saving) { // two background threads must not overtake each other
            Settings latest = unsaved.getAndSet(null);
            if (latest != null) {
                Optional<String> failed = store.save(latest);
                ui.execute(() -> problem.set(failed));
            }
        }
    }
}
