package org.vivavoce.ui.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.exchange.ExportFormat;
import org.vivavoce.ui.common.Archive;
import org.vivavoce.ui.common.ArchiveException;

/**
 * The conversation that is read, and what can be done with it. JavaFX thread; reads and writes in the background, and what was overtaken
 * meanwhile counts for nothing.
 */
public final class TranscriptViewModel {

    /** Is told what has become of a conversation. */
    interface Changes {
        /** It has another title or other tags. */
        void changed(SessionRecord session);

        /** It is there no more. */
        void gone(SessionId id);

        /** It was to be deleted, and something went wrong: it may be there or not. */
        void unsure();
    }

    /**
     * A file that was written.
     *
     * @param remark what the user should know of it, one sentence
     */
    public record Exported(Path file, Optional<String> remark) {}

    /** Work on the archive that takes its time. */
    private interface Work<T> {
        T done() throws ArchiveException;
    }

    private final ReadOnlyObjectWrapper<Optional<StoredSession>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Exported>> exported = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final AtomicInteger opens = new AtomicInteger(); // written by the JavaFX thread
    private final Archive archive;
    private final Changes changes;
    private final Executor background;
    private final Executor ui;
    /** The one that is wanted: what is shown may be the one before it, for a moment. */
    private Optional<SessionId> wanted = Optional.empty();

    /** Nothing is read yet. */
    TranscriptViewModel(Archive archive, Changes changes, Executor background, Executor ui) {
        this.archive = archive;
        this.changes = changes;
        this.background = background;
        this.ui = ui;
    }

    /** What is read; empty before it is there. */
    public ReadOnlyObjectProperty<Optional<StoredSession>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** What went wrong, one sentence for the user. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The file the conversation was just written to. */
    public ReadOnlyObjectProperty<Optional<Exported>> exportedProperty() {
        return exported.getReadOnlyProperty();
    }

    /** Whether the user is asked if it is to be deleted. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Whether something is being written or deleted. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Reads a conversation in place of the one that is shown. */
    void open(SessionId id) {
        int mine = begin(Optional.of(id));
        background.execute(() -> {
            if (mine != opens.get()) {
                return; // the user has gone on to another one
            }
            try {
                StoredSession whole = archive.open(id);
                ui.execute(() -> {
                    if (mine == opens.get()) {
                        opened.set(Optional.of(whole));
                    }
                });
            } catch (ArchiveException e) {
                ui.execute(() -> {
                    if (mine == opens.get()) {
                        opened.set(Optional.empty());
                        problem.set(Optional.of(e.sentence()));
                    }
                });
            }
        });
    }

    /** Nothing is read any more. */
    void clear() {
        begin(Optional.empty());
        opened.set(Optional.empty());
    }

    private int begin(Optional<SessionId> id) {
        wanted = id;
        asking.set(false);
        exported.set(Optional.empty());
        return opens.incrementAndGet();
    }

    /** What went wrong has been read. */
    void forgetProblem() {
        problem.set(Optional.empty());
    }

    /** What can be acted on: what is shown, unless another one is on its way. */
    private Optional<SessionRecord> current() {
        return opened.get().map(StoredSession::session)
                .filter(session -> wanted.filter(session.id()::equals).isPresent());
    }

    /** Whether something can be done with what is shown. */
    boolean canAct() {
        return current().isPresent() && !busy.get();
    }

    /** Gives a title; an empty one takes it away. */
    public void rename(String title) {
        current().filter(session -> !session.title().equals(title.strip()))
                .ifPresent(session -> change(session.id(), () -> archive.rename(session.id(), title.strip())));
    }

    /** Adds a tag. */
    public void addTag(String tag) {
        current().filter(session -> !tag.isBlank() && !session.tags().contains(tag.strip())).ifPresent(session -> {
            List<String> tags = new ArrayList<>(session.tags());
            tags.add(tag.strip());
            change(session.id(), () -> archive.tag(session.id(), tags));
        });
    }

    /** Takes a tag away. */
    public void removeTag(String tag) {
        current().ifPresent(session -> change(session.id(), () -> archive.tag(session.id(),
                session.tags().stream().filter(each -> !each.equals(tag)).toList())));
    }

    private interface Change {
        void make() throws ArchiveException;
    }

    private void change(SessionId id, Change change) {
        work(() -> {
            change.make();
            return archive.open(id);
        }, whole -> {
            changes.changed(whole.session());
            if (wanted.filter(id::equals).isPresent()) {
                opened.set(Optional.of(whole));
            }
        }, () -> {});
    }

    /** Asks the user whether it is to be deleted. */
    public void askToDelete() {
        if (canAct()) {
            asking.set(true);
        }
    }

    /** It is to stay. */
    public void keep() {
        asking.set(false);
    }

    /** The user has said yes: deletes it for good. */
    public void delete() {
        if (!asking.get()) {
            return;
        }
        asking.set(false);
        current().map(SessionRecord::id).ifPresent(id -> work(() -> {
            archive.deleteForGood(id);
            return id;
        }, changes::gone, changes::unsure));
    }

    /** Writes it to a file. */
    public void export(ExportFormat format, Path file) {
        current().map(SessionRecord::id)
                .ifPresent(id -> work(() -> new Exported(file, archive.export(id, format, file)),
                        written -> exported.set(Optional.of(written)), () -> {}));
    }

    private <T> void work(Work<T> work, Consumer<T> then, Runnable otherwise) {
        busy.set(true);
        problem.set(Optional.empty());
        exported.set(Optional.empty());
        background.execute(() -> {
            try {
                T done = work.done();
                ui.execute(() -> {
                    busy.set(false);
                    then.accept(done);
                });
            } catch (ArchiveException e) {
                ui.execute(() -> {
                    busy.set(false);
                    problem.set(Optional.of(e.sentence()));
                    otherwise.run();
                });
            }
        });
    }
}
