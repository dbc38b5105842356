package org.vivavoce.audio;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is played, in step with what is captured: a frame for each captured one, and silence where nothing sounds. The loudspeaker takes
 * a reply's first 80 ms at once and nothing between replies, and WebRTC's canceller makes a fault of the sound system of both: where its
 * reference stops, and where it runs more than 32 ms ahead for a second, it forgets how late the echo comes and looks for it anew, while
 * the partner hears itself. A frame waits here for as long as it waits in the loudspeaker's buffer. Thread-safe.
 */
final class EchoReference {

    /** What waits for longer than in the loudspeaker's buffer would come after its echo: captured sound was lost. */
    private static final int MOST_WAITING = JavaSoundSystem.LOUDSPEAKER_BUFFER_MS / 10 + 4;
    private static final int LOOK_FRAMES = 100; // a second: whoever was stalled has caught up by then
    private static final int ROOM_FRAMES = 300; // nothing is captured

    private static final short[] SILENCE = new short[Sound.PLAYBACK_FRAME];

    private final Deque<short[]> waiting = new ArrayDeque<>(); // guarded by this, as all
    private int fewestWaiting = ROOM_FRAMES;
    private int looked;
    private boolean begun;

    /** Takes a frame that is written to the loudspeaker. */
    synchronized void add(short[] frame) {
        if (waiting.size() == ROOM_FRAMES) {
            waiting.remove();
        }
        waiting.add(frame.clone());
        begun = true;
    }

    /** Whether anything has been played yet: before, there is nothing to cancel. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /** The frame for the next captured one; not to be changed. */
    synchronized short[] next() {
        fewestWaiting = Math.min(fewestWaiting, waiting.size());
        if (++looked == LOOK_FRAMES) {
            for (int excess = fewestWaiting - MOST_WAITING; excess > 0; excess--) {
                waiting.remove();
            }
            looked = 0;
            fewestWaiting = waiting.size();
        }
        return waiting.isEmpty() ? SILENCE : waiting.remove();
    }
}
