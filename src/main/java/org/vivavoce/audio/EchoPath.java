package org.vivavoce.audio;

/**
 * Tells whether the loudspeaker can be heard in the microphone at all. With headphones it cannot, and for the first 12 to 15 s of the
 * partner's speech WebRTC's canceller, which expects an echo, takes the user's voice for it: 30 to 70 dB were lost. Where a second of
 * speech was played and the microphone stayed quiet, there is no echo to cancel. Thread-safe: one thread plays, another captures.
 */
final class EchoPath {

    private static final double LOUD_PLAYED_DBFS = -45;
    /** The level below which the detector takes nothing for speech; in a noisier room the canceller stays on. */
    private static final double LOUD_CAPTURED_DBFS = -55;
    private static final int ECHO_LASTS_FRAMES = 50; // after the last loud frame was handed out
    private static final int WINDOW_FRAMES = 200;
    private static final int LEAST_FRAMES = 100;
    private static final double NONE_SHARE = 0.05;
    private static final double ECHO_SHARE = 0.6; // a user who breaks in silences the partner long before

    private final boolean[] loud = new boolean[WINDOW_FRAMES]; // this and all below: guarded by this
    private int next;
    private int counted;
    private int loudCount;
    private int framesSinceLoudPlayed = ECHO_LASTS_FRAMES;
    private boolean echo = true;

    /** Takes a frame that is about to sound. */
    synchronized void played(short[] frame) {
        if (SoundLevel.dbfs(frame, 0, frame.length) >= LOUD_PLAYED_DBFS) {
            framesSinceLoudPlayed = 0;
        }
    }

    /**
     * Takes the next captured frame, as it was.
     *
     * @return whether there may be echo in it
     */
    synchronized boolean mayHoldEcho(short[] captured) {
        if (framesSinceLoudPlayed < ECHO_LASTS_FRAMES) {
            framesSinceLoudPlayed++;
            count(SoundLevel.dbfs(captured, 0, captured.length) >= LOUD_CAPTURED_DBFS);
            if (counted >= LEAST_FRAMES && loudCount <= NONE_SHARE * counted) {
                echo = false;
            } else if (counted == WINDOW_FRAMES && loudCount >= ECHO_SHARE * WINDOW_FRAMES) {
                echo = true;
            }
        }
        return echo;
    }

    private void count(boolean isLoud) {
        if (counted == WINDOW_FRAMES && loud[next]) {
            loudCount--;
        }
        loud[next] = isLoud;
        loudCount += isLoud ? 1 : 0;
        next = (next + 1) % WINDOW_FRAMES;
        counted = Math.min(WINDOW_FRAMES, counted + 1);
    }
}
