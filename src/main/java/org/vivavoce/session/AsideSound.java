package org.vivavoce.session;

import org.jspecify.annotations.Nullable;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.session.ReplyAudio.Item;

/** What is said aside, before a reply: waiting, sounding, or nothing. Guarded by its owner. */
final class AsideSound {

    private @Nullable Item waiting;
    private boolean sounds;

    /** The next to be said, where none is being said. */
    void put(short[] samples) {
        if (!sounds) {
            waiting = new Item(ReplyAudio.ASIDE, 0, samples);
        }
    }

    boolean isWaiting() {
        return waiting != null;
    }

    /** What waits begins to sound; null where nothing waits. */
    @Nullable
    Item take() {
        Item item = waiting;
        waiting = null;
        sounds |= item != null;
        return item;
    }

    boolean sounds() {
        return sounds;
    }

    /** Nothing of it sounds any more, nor will. */
    void over() {
        waiting = null;
        sounds = false;
    }

    /** Silences it. */
    void end(@Nullable Loudspeaker out) {
        if (sounds && out != null) {
            out.silence();
        }
        over();
    }
}
