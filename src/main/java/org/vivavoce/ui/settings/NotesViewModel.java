package org.vivavoce.ui.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.notes.NotesException;
import org.vivavoce.notes.NotesReader;
import org.vivavoce.settings.Settings.NotesSettings;
import org.vivavoce.ui.common.SettingsModel;

/** The files that the partner is given to know. JavaFX thread; they are read in the background, to say whether they can be. */
public final class NotesViewModel {

    /**
     * A file.
     *
     * @param words   how many words are in it; 0 until it was read, and where it can't be
     * @param problem one sentence for the user when it can't be read
     */
    public record Row(Path file, int words, Optional<String> problem) {
        /** The file's name, without its folder. */
        public String name() {
            return String.valueOf(file.getFileName());
        }
    }

    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final AtomicInteger looks = new AtomicInteger(); // written by the JavaFX thread
    private final NotesReader reader = new NotesReader();
    private final SettingsModel settings;
    private final Executor background;
    private final Executor ui;

    /** Shows what holds, and reads it. */
    public NotesViewModel(SettingsModel settings, Executor background, Executor ui) {
        this.settings = settings;
        this.background = background;
        this.ui = ui;
        look();
    }

    /** The files, in the order they were given. */
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** How names of files end that are taken, without the dot. */
    public List<String> endings() {
        return reader.endings();
    }

    /** Gives more; what is there already is not given twice. */
    public void add(List<Path> files) {
        List<String> all = new ArrayList<>(settings.now().notes().files());
        files.stream().map(file -> file.toAbsolutePath().toString()).filter(file -> !all.contains(file))
                .forEach(all::add);
        change(all);
    }

    /** Takes one away; the file itself stays where it is. */
    public void remove(Row row) {
        change(settings.now().notes().files().stream().filter(file -> !file.equals(row.file().toString())).toList());
    }

    private void change(List<String> files) {
        settings.change(now -> now.withNotes(new NotesSettings(files)));
        look();
    }

    private void look() {
        int mine = looks.incrementAndGet();
        List<Path> files = settings.now().notes().files().stream().flatMap(file -> path(file).stream()).toList();
        rows.set(files.stream().map(file -> new Row(file, 0, Optional.empty())).toList());
        background.execute(() -> {
            List<Row> read = files.stream().map(this::read).toList();
            ui.execute(() -> {
                if (mine == looks.get()) {
                    rows.set(read);
                }
            });
        });
    }

    private static Optional<Path> path(String file) {
        try {
            return Optional.of(Path.of(file));
        } catch (InvalidPathException e) { // written by hand, or on another system
            return Optional.empty();
        }
    }

    private Row read(Path file) {
        try {
            return new Row(file, reader.read(file).words(), Optional.empty());
        } catch (NotesException e) {
            return new Row(file, 0, Optional.of(e.sentence()));
        }
    }
}
