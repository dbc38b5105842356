package org.vivavoce.ui.ideas;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.store.Idea;
import org.vivavoce.store.exchange.IdeaFormat;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.IdeaShelf;
import org.vivavoce.ui.common.IdeaShelf.Kept;

/**
 * The ideas that are looked through, and what becomes of them. JavaFX thread; reads and writes in the background, and what was overtaken
 * meanwhile counts for nothing.
 */
public final class IdeasViewModel {

    /** How it stands. */
    public enum State {
        /** Nothing is known yet. */
        LOADING,
        /** None was ever saved, or all are gone. */
        NOTHING_YET,
        /** There are some, but none that is looked for. */
        NOTHING_FOUND,
        /** There are some. */
        THERE,
        /** They cannot be read. */
        FAILED
    }

    /**
     * What is shown.
     *
     * @param rows    the newest first
     * @param problem one sentence for the user when they could not be read
     */
    public record Shown(State state, List<Kept> rows, Optional<String> problem) {
        public Shown {
            rows = List.copyOf(rows);
        }
    }

    /** What was done last, for the user to see. */
    public sealed interface Done {
        /** Nothing of note. */
        record Nothing() implements Done {}

        /** This was deleted, and can be given again. */
        record Deleted(Idea idea) implements Done {}

        /** All were written to a file. */
        record Written(Path file) implements Done {}

        /** It is in the clipboard. */
        record Copied() implements Done {}

        /** It could not be done; one sentence. */
        record Failed(String sentence) implements Done {}
    }

    /** What may fail for want of a disk. */
    private interface Work {
        void run() throws ArchiveException;
    }

    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(
            new Shown(State.LOADING, List.of(), Optional.empty()));
    private final ReadOnlyObjectWrapper<Done> done = new ReadOnlyObjectWrapper<>(new Done.Nothing());
    private final AtomicInteger loads = new AtomicInteger(); // written by the JavaFX thread
    private final IdeaShelf shelf;
    private final Executor background;
    private final Executor ui;
    private List<Kept> all = List.of();
    private SearchedText searched = SearchedText.of("");
    private OptionalLong chosen = OptionalLong.empty();
    private boolean closed;

    /** Begins to read them. */
    public IdeasViewModel(IdeaShelf shelf, Executor background, Executor ui) {
        this.shelf = shelf;
        this.background = background;
        this.ui = ui;
        load();
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What was done last. */
    public ReadOnlyObjectProperty<Done> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** The one that is chosen, where it is shown. */
    public Optional<Kept> chosen() {
        return shown.get().rows().stream().filter(row -> chosen.equals(OptionalLong.of(row.idea().id()))).findFirst();
    }

    /** Chooses one. */
    public void choose(Kept row) {
        chosen = OptionalLong.of(row.idea().id());
    }

    /** Shows only those in which all these words are. */
    public void search(String words) {
        searched = SearchedText.of(words);
        if (shown.get().state() != State.LOADING && shown.get().state() != State.FAILED) {
            showAll();
        }
    }

    /** Gives an idea another text; an empty one changes nothing. */
    public void change(Idea idea, String text) {
        if (!text.isBlank() && !text.strip().equals(idea.text())) {
            work(() -> shelf.change(idea.id(), text), new Done.Nothing(), () -> {});
        }
    }

    /** Deletes the chosen one; the one after it is chosen then. */
    public void delete() {
        chosen().ifPresent(row -> {
            List<Kept> rows = shown.get().rows();
            int next = rows.indexOf(row) + 1 < rows.size() ? rows.indexOf(row) + 1 : rows.indexOf(row) - 1;
            OptionalLong before = chosen;
            // at once: whoever presses the key twice means two of them
            chosen = next < 0 ? OptionalLong.empty() : OptionalLong.of(rows.get(next).idea().id());
            work(() -> shelf.remove(row.idea().id()), new Done.Deleted(row.idea()), () -> chosen = before);
        });
    }

    /** Gives the one again that was just deleted. */
    public void undo() {
        if (done.get() instanceof Done.Deleted(Idea idea)) {
            chosen = OptionalLong.of(idea.id());
            work(() -> shelf.restore(idea.id()), new Done.Nothing(), () -> {});
        }
    }

    /** Writes all of them to a file, in the format that its name tells. */
    public void export(Path file) {
        work(() -> shelf.export(IdeaFormat.of(file), file), new Done.Written(file), () -> {});
    }

    /** The chosen one was copied. */
    public void copied() {
        done.set(new Done.Copied());
    }

    /** What is on its way is not wanted any more. */
    void close() {
        closed = true;
        loads.incrementAndGet();
    }

    /** Does it in the background; {@code otherwise} where it fails. */
    private void work(Work work, Done then, Runnable otherwise) {
        background.execute(() -> {
            try {
                work.run();
                ui.execute(() -> {
                    done.set(then);
                    if (!closed) {
                        load();
                    }
                });
            } catch (ArchiveException e) {
                ui.execute(() -> {
                    otherwise.run();
                    done.set(new Done.Failed(e.sentence()));
                });
            }
        });
    }

    private void load() {
        int mine = loads.incrementAndGet();
        background.execute(() -> {
            try {
                List<Kept> read = shelf.list();
                ui.execute(() -> {
                    if (mine == loads.get()) {
                        all = read;
                        showAll();
                    }
                });
            } catch (ArchiveException e) {
                ui.execute(() -> {
                    if (mine == loads.get()) {
                        shown.set(new Shown(State.FAILED, List.of(), Optional.of(e.sentence())));
                    }
                });
            }
        });
    }

    private void showAll() {
        List<Kept> rows = searched.isEmpty()
                ? all
                : all.stream().filter(row -> searched.isIn(row.idea().text())).toList();
        State empty = all.isEmpty() ? State.NOTHING_YET : State.NOTHING_FOUND;
        if (!rows.isEmpty() && rows.stream().noneMatch(row -> chosen.equals(OptionalLong.of(row.idea().id())))) {
            choose(rows.getFirst());
        }
        shown.set(new Shown(rows.isEmpty() ? empty : State.THERE, rows, Optional.empty()));
    }
}
