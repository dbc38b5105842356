package org.vivavoce.ui.review;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.StoredUtterance;
import org.vivavoce.ui.common.SoundArchive;
import org.vivavoce.ui.common.SoundCheck;

/** The recordings of the conversation that is read: one sounds at a time. JavaFX thread. */
public final class ListeningViewModel {

    /** The word that was clicked is not cut: it begins so much before the place its letters have in the text. */
    private static final Duration LEAD = Duration.ofMillis(400);
    private static final SoundCheck.Check NOTHING = () -> {};

    private final ReadOnlyObjectWrapper<OptionalInt> sounding = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final SoundArchive sound;
    private final Executor ui;
    private Optional<SessionId> session = Optional.empty();
    private Map<Integer, StoredUtterance> recordings = Map.of();
    private SoundCheck.Check playing = NOTHING;
    private int plays;

    ListeningViewModel(SoundArchive sound, Executor ui) {
        this.sound = sound;
        this.ui = ui;
    }

    /** The position of the message that sounds; empty where none does. */
    public ReadOnlyObjectProperty<OptionalInt> soundingProperty() {
        return sounding.getReadOnlyProperty();
    }

    /** Why a recording could not be played, one sentence for the user. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Another conversation is read, or the same anew; what sounds of another one stops. */
    void show(Optional<StoredSession> opened) {
        Optional<SessionId> id = opened.map(whole -> whole.session().id());
        if (!id.equals(session)) {
            stop();
            problem.set(Optional.empty());
        }
        session = id;
        Map<Integer, StoredUtterance> byMessage = new HashMap<>();
        opened.ifPresent(whole -> whole.utterances().stream()
                .filter(each -> each.position().isPresent())
                // of a reply that was spoken again, the one that got furthest
                .sorted(Comparator.comparing(StoredUtterance::duration))
                .forEach(each -> byMessage.put(each.position().getAsInt(), each)));
        recordings = byMessage;
    }

    /** Whether there is a recording of a message. */
    public boolean has(int position) {
        return recordings.containsKey(position);
    }

    /** Begins a message, or stops it where it sounds. */
    public void toggle(int position) {
        if (sounding.get().equals(OptionalInt.of(position))) {
            stop();
        } else {
            play(position, 0);
        }
    }

    /**
     * Plays a message; what sounds stops.
     *
     * @param fraction from where on, 0 for its beginning to 1 for its end
     */
    public void play(int position, double fraction) {
        StoredUtterance recording = recordings.get(position);
        if (recording == null || session.isEmpty()) {
            return;
        }
        stop();
        problem.set(Optional.empty());
        Duration place = Duration.ofMillis(Math.round(recording.duration().toMillis() * Math.clamp(fraction, 0, 1)));
        Duration from = place.compareTo(LEAD) > 0 ? place.minus(LEAD) : Duration.ZERO;
        int mine = ++plays;
        sounding.set(OptionalInt.of(position));
        playing = sound.play(session.get(), recording, from, why -> ui.execute(() -> over(mine, why)));
    }

    private void over(int play, Optional<String> why) {
        if (play == plays) {
            playing = NOTHING;
            sounding.set(OptionalInt.empty());
            problem.set(why);
        }
    }

    /** Nothing sounds any more. */
    public void stop() {
        plays++;
        playing.stop();
        playing = NOTHING;
        sounding.set(OptionalInt.empty());
    }
}
