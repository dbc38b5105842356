package org.vivavoce.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.Archive;
import org.vivavoce.ui.review.ListViewModel.Shown;
import org.vivavoce.ui.review.ListViewModel.State;

/** Earlier conversations: the list, the one that is chosen there, and its transcript. JavaFX thread. */
public final class ReviewViewModel {

    private final ListViewModel list;
    private final TranscriptViewModel transcript;
    private final ListeningViewModel listening;
    private final ReadOnlyObjectWrapper<Optional<SessionId>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final Subscription follows;
    private Optional<SessionId> wanted = Optional.empty();

    /**
     * Looks for all conversations at once.
     *
     * @param background  may wait for the disk
     * @param afterTyping the same, after a moment in which the user may type on
     */
    public ReviewViewModel(Archive archive, Executor background, Executor afterTyping, Executor ui) {
        list = new ListViewModel(archive, background, afterTyping, ui);
        transcript = new TranscriptViewModel(archive, new TranscriptViewModel.Changes() {
            @Override
            public void changed(SessionRecord session) {
                list.changed(session);
            }

            @Override
            public void gone(SessionId id) {
                forget(id);
            }

            @Override
            public void unsure() {
                list.refresh();
            }
        }, background, ui);
        listening = new ListeningViewModel(archive.sound(), ui);
        follows = Subscription.combine(list.shownProperty().subscribe(this::follow),
                transcript.openedProperty().subscribe(listening::show),
                transcript.askingProperty().subscribe(asking -> listening.stop()));
        list.refresh();
    }

    /** The conversations that are looked for. */
    public ListViewModel list() {
        return list;
    }

    /** The conversation that is read. */
    public TranscriptViewModel transcript() {
        return transcript;
    }

    /** Its recordings. */
    public ListeningViewModel listening() {
        return listening;
    }

    /** The one that is chosen in the list. */
    public ReadOnlyObjectProperty<Optional<SessionId>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The chosen one as the list has it; empty where it is not among those that are shown. */
    public Optional<Row> chosenRow() {
        return list.shownProperty().get().rows().stream()
                .filter(row -> chosen.get().filter(row.session().id()::equals).isPresent()).findFirst();
    }

    /** Whether the user reads the transcript, and no longer looks for one. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Chooses one in the list: its transcript is shown. */
    public void choose(SessionId id) {
        if (chosen.get().filter(id::equals).isEmpty()) {
            transcript.forgetProblem();
            show(id);
        }
    }

    private void show(SessionId id) {
        if (chosen.get().filter(id::equals).isEmpty()) {
            chosen.set(Optional.of(id));
            transcript.open(id);
        }
    }

    /** Goes to the transcript of the one that is chosen. */
    public void read() {
        if (chosen.get().isPresent()) {
            reading.set(true);
        }
    }

    /** Goes to the transcript of this one, also where it is not in the list. */
    public void read(SessionId id) {
        wanted = Optional.of(id);
        choose(id);
        read();
    }

    /** Asks whether the chosen one is to be deleted, beside its transcript. */
    public void askToDelete() {
        if (transcript.canAct()) {
            reading.set(true); // first: what is not shown cannot be given the focus
            transcript.askToDelete();
        }
    }

    /**
     * One step back: from the question to the transcript, from there to the list.
     *
     * @return whether there was such a step
     */
    public boolean back() {
        if (transcript.askingProperty().get()) {
            transcript.keep();
            return true;
        }
        boolean was = reading.get();
        reading.set(false);
        return was;
    }

    /** The screen is left. */
    public void close() {
        follows.unsubscribe();
        list.close();
        listening.stop();
        transcript.clear();
    }

    /** The choice stays while it is in the list; else the first is chosen, so that there is something to read. */
    private void follow(Shown shown) {
        if (shown.state() == State.LOADING || chosenRow().isPresent()
                || (!list.isNarrowed() && wanted.isPresent() && wanted.equals(chosen.get()))) {
            return;
        }
        reading.set(false);
        List<Row> rows = shown.rows();
        if (rows.isEmpty()) {
            chosen.set(Optional.empty());
            transcript.clear();
        } else {
            show(rows.getFirst().session().id());
        }
    }

    /** What follows the deleted one in the list is chosen in its place, or else what was before it. */
    private void forget(SessionId id) {
        List<SessionId> ids = list.shownProperty().get().rows().stream().map(row -> row.session().id()).toList();
        int place = ids.indexOf(id);
        boolean wasChosen = chosen.get().filter(id::equals).isPresent();
        wanted = Optional.empty();
        if (wasChosen && ids.size() > 1 && place >= 0) {
            reading.set(false);
            show(ids.get(place + 1 < ids.size() ? place + 1 : place - 1));
        }
        list.gone(id);
    }
}
