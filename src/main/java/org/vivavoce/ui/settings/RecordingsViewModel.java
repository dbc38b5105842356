package org.vivavoce.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.settings.RecordingSettings;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.SoundArchive;

/** Whether the sound of conversations is kept, for how long, and how much there is. JavaFX thread. */
public final class RecordingsViewModel {

    /** For how many days recordings can be kept; 0 for ever. */
    static final List<Integer> DAYS = List.of(0, 7, 30, 90, 365);

    private static final double STEP = 1000; // from one unit to the next, as disks are sold

    private final ReadOnlyLongWrapper bytes = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final SettingsModel settings;
    private final SoundArchive sound;
    private final Executor background;
    private final Executor ui;

    /** Begins to count what is there. */
    public RecordingsViewModel(SettingsModel settings, SoundArchive sound, Executor background, Executor ui) {
        this.settings = settings;
        this.sound = sound;
        this.background = background;
        this.ui = ui;
        count();
    }

    /** What holds. */
    RecordingSettings now() {
        return settings.now().recordings();
    }

    /** Keeps what will be said, or no longer; what is kept stays. */
    void keep(boolean wanted) {
        settings.change(all -> all.withRecordings(all.recordings().allowing(wanted)));
    }

    /** Keeps it for so many days; 0 for ever. Older ones go when the program starts. */
    void keepFor(int days) {
        settings.change(all -> all.withRecordings(all.recordings().keptFor(days)));
    }

    /** How much there is, bytes; −1 while that is not known. */
    public ReadOnlyLongProperty bytesProperty() {
        return bytes.getReadOnlyProperty();
    }

    /** Whether the user is asked if all are to be deleted. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** What went wrong, one sentence for the user. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Asks whether all are to be deleted. */
    void ask() {
        asking.set(true);
    }

    /** They are to stay. */
    void leave() {
        asking.set(false);
    }

    /** The user has said yes: deletes all of them for good. */
    void deleteAll() {
        if (!asking.get()) {
            return;
        }
        asking.set(false);
        problem.set(Optional.empty());
        background.execute(() -> {
            try {
                sound.deleteAll();
            } catch (ArchiveException e) {
                ui.execute(() -> problem.set(Optional.of(e.sentence())));
            }
            countNow();
        });
    }

    private void count() {
        background.execute(this::countNow);
    }

    private void countNow() {
        long now = sound.bytes();
        ui.execute(() -> bytes.set(now));
    }

    /** An amount of bytes for people: {@code 12.3 MB}. */
    static String size(long bytes) {
        double amount = bytes / STEP;
        for (String unit : List.of("kB", "MB")) {
            if (amount < STEP) {
                return String.format(Locale.ROOT, amount < 10 && !unit.equals("kB") ? "%.1f %s" : "%.0f %s",
                        Math.max(1, amount), unit);
            }
            amount /= STEP;
        }
        return String.format(Locale.ROOT, "%.1f GB", amount);
    }
}
