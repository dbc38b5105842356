package org.vivavoce.ui.common;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.StoredUtterance;

/** The sound of the conversations that are kept, as the screens see it. */
public interface SoundArchive {

    /** How much room all of it takes, bytes. May wait for a disk: never called on the JavaFX thread. */
    long bytes();

    /** Deletes all of it for good; what was said stays. May wait for a disk: never called on the JavaFX thread. */
    void deleteAll() throws ArchiveException;

    /**
     * Plays a recording. Returns at once.
     *
     * @param from where to begin
     * @param end  is told when it has sounded, or was stopped (empty), or could not be played (one sentence for the user), on any thread
     */
    SoundCheck.Check play(SessionId session, StoredUtterance recording, Duration from, Consumer<Optional<String>> end);
}
