package org.vivavoce.ui.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.Backups;

/** Writes all that is kept to a file, and takes it back. JavaFX thread; the work is done in the background. */
public final class BackupViewModel {

    /** Work that takes its time and says what was done. */
    private interface Work {
        String done() throws ArchiveException;
    }

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Path>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> said = new ReadOnlyObjectWrapper<>("");
    private final Backups backups;
    private final Clock clock;
    private final Executor background;
    private final Executor ui;

    /** @param clock by which files are dated */
    public BackupViewModel(Backups backups, Clock clock, Executor background, Executor ui) {
        this.backups = backups;
        this.clock = clock;
        this.background = background;
        this.ui = ui;
    }

    /** Whether something is being written or looked through. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The file about which the user is asked whether it is to be restored. */
    public ReadOnlyObjectProperty<Optional<Path>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** What was done, or why it could not be; empty while there is nothing to say. */
    public ReadOnlyObjectProperty<String> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What a file may be called. */
    String suggestedName() {
        return "vivavoce-backup-" + LocalDate.now(clock) + ".zip";
    }

    /** Writes all that is kept. */
    public void write(Path file) {
        work(() -> backups.write(file));
    }

    /** Asks whether a backup is to take the place of what is kept. */
    public void ask(Path file) {
        said.set("");
        asked.set(Optional.of(file));
    }

    /** Everything stays as it is. */
    public void leave() {
        asked.set(Optional.empty());
    }

    /** The user has said yes. */
    public void restore() {
        Optional<Path> file = asked.get();
        asked.set(Optional.empty());
        file.ifPresent(wanted -> work(() -> backups.restore(wanted)));
    }

    private void work(Work work) {
        said.set("");
        busy.set(true);
        background.execute(() -> {
            String sentence = sentence(work);
            ui.execute(() -> {
                busy.set(false);
                said.set(sentence);
            });
        });
    }

    private static String sentence(Work work) {
        try {
            return work.done();
        } catch (ArchiveException e) {
            return e.sentence();
        }
    }
}
