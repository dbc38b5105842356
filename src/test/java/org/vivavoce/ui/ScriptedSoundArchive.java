package org.vivavoce.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.StoredUtterance;
import org.vivavoce.ui.common.SoundArchive;
import org.vivavoce.ui.common.SoundCheck;

/** Recordings that nobody hears; a test says when they are over. */
public final class ScriptedSoundArchive implements SoundArchive {

    /** What was asked for, in order: {@code play FILE from 1200}, {@code stop}, {@code delete}. */
    public final List<String> calls = new ArrayList<>();
    /** How much room there is said to be taken. */
    public long size;
    private Consumer<Optional<String>> end = why -> {};

    @Override
    public long bytes() {
        return size;
    }

    @Override
    public void deleteAll() {
        calls.add("delete");
        size = 0;
    }

    @Override
    public SoundCheck.Check play(SessionId session, StoredUtterance recording, Duration from,
            Consumer<Optional<String>> over) {
        calls.add("play " + recording.file() + " from " + from.toMillis());
        end = over;
        return () -> calls.add("stop");
    }

    /** What plays is over. */
    public void ends(Optional<String> why) {
        end.accept(why);
    }
}
