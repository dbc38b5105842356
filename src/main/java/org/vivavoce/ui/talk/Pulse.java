package org.vivavoce.ui.talk;

import java.time.Duration;

/**
 * How large the picture of the state is, from 0 (at rest) to 1: follows the voice of the one who speaks, and breathes while nobody
 * does. Calculated from times and levels that it is told; one thread.
 */
final class Pulse {

    /** Quieter than this is rest. */
    private static final double QUIETEST_DBFS = -55;
    /** As loud as voices get at a usual distance. */
    private static final double LOUDEST_DBFS = -12;
    /** Shares of the way to a new level that are gone at each event: up quickly, down slowly, as meters do. */
    private static final double ATTACK = 0.6;
    private static final double RELEASE = 0.22;
    /** A calm breath; a slow one, because each step of it is a frame to draw. */
    private static final double BREATH_SECONDS = 6;
    /** Thinking is a little quicker. */
    private static final double THOUGHT_SECONDS = 2.4;

    private double voice;

    /** The size at a time of the conversation, with these levels in dBFS. */
    double at(Duration time, TalkState state, double userDbfs, double partnerDbfs) {
        double seconds = time.toMillis() / 1000.0;
        return switch (state) {
            case HEARING -> follow(userDbfs);
            case SPEAKING -> follow(partnerDbfs);
            case LISTENING -> Math.max(0.10 * wave(seconds, BREATH_SECONDS), 0.6 * follow(userDbfs));
            case THINKING, STARTING -> 0.45 * wave(seconds, rest(THOUGHT_SECONDS));
            case PAUSED, ENDED -> rest(0);
        };
    }

    private double follow(double dbfs) {
        double target = Math.clamp((dbfs - QUIETEST_DBFS) / (LOUDEST_DBFS - QUIETEST_DBFS), 0, 1);
        voice += (target > voice ? ATTACK : RELEASE) * (target - voice);
        return voice;
    }

    /** No voice leads: the next one begins at rest. */
    private double rest(double value) {
        voice = 0;
        return value;
    }

    private static double wave(double seconds, double period) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * seconds / period);
    }
}
