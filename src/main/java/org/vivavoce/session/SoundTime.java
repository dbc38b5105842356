package org.vivavoce.session;

import org.vivavoce.session.SessionEvent.Frame;
import org.vivavoce.session.SessionEvent.MicrophoneChanged;

/**
 * The time at which an event takes place for whoever decides about turns: that of the sound that was heard up to then, so that sound that
 * is still on its way is not taken for silence. Without a microphone it is the clock's. Used by the {@code session} thread.
 */
final class SoundTime {

    /** A microphone that has told nothing for so long tells no time: more than a busy computer's worst moments. */
    static final long STALE_MS = 1500;

    private static final long NONE = Long.MIN_VALUE / 2;

    private long now;
    private long heardUpTo = NONE;

    /** The time of an event that comes at this time of the clock; never less than before. */
    long of(SessionEvent event, long clockMillis) {
        if (event instanceof Frame frame) {
            heardUpTo = frame.atMillis();
            now = Math.max(now, heardUpTo);
        } else if (event instanceof MicrophoneChanged) {
            heardUpTo = NONE;
        }
        if (clockMillis - heardUpTo > STALE_MS) {
            now = Math.max(now, clockMillis);
        }
        return now;
    }
}
