package org.vivavoce.ui.talk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.store.Idea;

/**
 * What the partner has just saved, for the eyes, with the way back; it goes by itself after a while, though not from under the hand of
 * somebody who is about to press it. JavaFX thread.
 */
public final class SavedIdeas {

    /** How long it stands: enough to read it and to reach for the key. */
    static final Duration STANDS = Duration.ofSeconds(10);
    /** What is only said, and asks for nothing, goes sooner. */
    static final Duration SAID = Duration.ofSeconds(4);
    /** Several calls in one reply are one occasion. */
    private static final Duration SAME_REPLY = Duration.ofSeconds(1);

    /** How it stands. */
    public enum State {
        /** Nothing was saved of late. */
        NOTHING,
        /** These were saved, and can be taken back. */
        SAVED,
        /** The user takes them back. */
        TAKING_BACK,
        /** They are saved no more. */
        TAKEN_BACK
    }

    /** What is shown. */
    public record Shown(State state, List<Idea> ideas) {
        private static final Shown NOTHING = new Shown(State.NOTHING, List.of());

        public Shown {
            ideas = List.copyOf(ideas);
        }
    }

    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final Consumer<List<Idea>> takeBack;
    private final LongSupplier nanoTime;
    private long sinceNanos;
    private boolean held;

    /**
     * Nothing was saved yet.
     *
     * @param takeBack takes ideas back; {@link #takenBack} follows
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    SavedIdeas(Consumer<List<Idea>> takeBack, LongSupplier nanoTime) {
        this.takeBack = takeBack;
        this.nanoTime = nanoTime;
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Takes back what is shown; nothing where nothing can be. */
    public void takeBack() {
        Shown now = shown.get();
        if (now.state() == State.SAVED) {
            show(State.TAKING_BACK, now.ideas());
            takeBack.accept(now.ideas());
        }
    }

    /** The pointer or the focus is on it: it stays until that has left. */
    public void hold(boolean holds) {
        if (held && !holds) {
            sinceNanos = nanoTime.getAsLong();
        }
        held = holds;
    }

    void saved(List<Idea> ideas) {
        Shown now = shown.get();
        List<Idea> all = new ArrayList<>(now.state() == State.SAVED && shownFor().compareTo(SAME_REPLY) <= 0
                ? now.ideas()
                : List.of());
        all.addAll(ideas);
        show(State.SAVED, all);
    }

    /** These are saved no more, whoever took them back. */
    void takenBack(List<Idea> ideas) {
        show(State.TAKEN_BACK, ideas);
    }

    /** Time has passed. */
    void tick() {
        State state = shown.get().state();
        Duration limit = state == State.TAKEN_BACK ? SAID : STANDS;
        if (state != State.NOTHING && !(held && state == State.SAVED) && shownFor().compareTo(limit) >= 0) {
            shown.set(Shown.NOTHING);
        }
    }

    private Duration shownFor() {
        return Duration.ofNanos(nanoTime.getAsLong() - sinceNanos);
    }

    private void show(State state, List<Idea> ideas) {
        sinceNanos = nanoTime.getAsLong();
        shown.set(new Shown(state, ideas));
    }
}
