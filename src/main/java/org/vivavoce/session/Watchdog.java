package org.vivavoce.session;

import org.vivavoce.turn.TurnState;

/**
 * Notices that the partner's turn does not move: no word, no sound, no failure for so long that something must be broken. Services have
 * time limits of their own, so that this is the last resort. Used by the {@code session} thread.
 */
final class Watchdog {

    /** Longer than any service's own time limits (15 s without a byte) with a hedged second request, and than the longest sentence (27 s). */
    static final long PATIENCE_MS = 60_000;

    /** Longer than a server is given to load a model (5 min). */
    static final long PATIENCE_WITH_OWN_SERVERS_MS = 330_000;

    private final long patienceMs;
    private long movedAt;

    /** @param patient whether services may take minutes */
    Watchdog(boolean patient) {
        patienceMs = patient ? PATIENCE_WITH_OWN_SERVERS_MS : PATIENCE_MS;
    }

    /** Something happened, other than time passing. */
    void moved(long nowMillis) {
        movedAt = nowMillis;
    }

    boolean isStuck(TurnState state, long nowMillis) {
        boolean partnersTurn = state == TurnState.THINKING || state == TurnState.SPEAKING;
        return partnersTurn && nowMillis - movedAt >= patienceMs;
    }
}
