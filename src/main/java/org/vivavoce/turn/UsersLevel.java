package org.vivavoce.turn;

/** How loud the user speaks, as far as it is remembered. Used by the voice activity detector. */
final class UsersLevel {

    private static final double FOLLOWING = 0.03; // of a new voiced frame: about 300 ms
    private static final double NOT_KNOWN = -200;

    private final double fadeDb;
    private double dbfs = NOT_KNOWN;

    UsersLevel(double fadesDbPerSecond) {
        fadeDb = fadesDbPerSecond * VoiceActivityValues.FRAME_MS / 1000;
    }

    /** Takes a voiced frame of the user's speech. */
    void hear(double frameDbfs) {
        dbfs = dbfs == NOT_KNOWN ? frameDbfs : dbfs + FOLLOWING * (frameDbfs - dbfs);
    }

    /** A frame passes. */
    void fade() {
        dbfs = Math.max(NOT_KNOWN, dbfs - fadeDb);
    }

    /** dBFS; far below any sound where it is not known. */
    double dbfs() {
        return dbfs;
    }
}
