package org.vivavoce.session;

import org.vivavoce.turn.TurnState;

/** No state is an end: where nobody speaks, acts or works, the user's turn comes within what the values allow. */
final class Progress {

    private static final long SLACK_MS = 1000; // hangover, transit, and the tick where no microphone gives the time

    private final Invariants.Scene scene;
    private final long longestHoldMs;
    private final long longestIdleMs;
    private final long longestThoughtMs;
    private long userMovedAt;
    private long anybodyMovedAt;
    private long shownAt;

    Progress(Invariants.Scene scene) {
        this.scene = scene;
        longestHoldMs = scene.values().ending().patienceMs() + SLACK_MS;
        longestIdleMs = Math.max(scene.values().ending().unfinishedHoldMs(),
                scene.values().bargeIn().resumeAtMostMs()) + SLACK_MS;
        longestThoughtMs = Watchdog.PATIENCE_MS + 3 * RandomFate.STALL_MS + SLACK_MS;
    }

    void shows() {
        shownAt = scene.time().millis();
    }

    /** The user does something. */
    void moves() {
        userMovedAt = scene.time().millis();
        anybodyMovedAt = userMovedAt;
    }

    void check(TurnState state) {
        long now = scene.time().millis();
        if (scene.user().sounding(now - 1).isPresent() || scene.user().holdsKey()) {
            moves();
        }
        boolean sounds = scene.voice().sounds();
        if (sounds || scene.services().isAtWork()) {
            anybodyMovedAt = now;
        }
        boolean partnersTurn = state == TurnState.THINKING || state == TurnState.SPEAKING;
        if (state == TurnState.HEARING && now - userMovedAt > longestHoldMs) {
            throw new AssertionError("a turn without an end");
        }
        if (partnersTurn && now - Math.max(anybodyMovedAt, shownAt) > longestIdleMs) {
            throw new AssertionError("it is the partner's turn, and nothing happens");
        }
        if (state == TurnState.THINKING && now - Math.max(userMovedAt, shownAt) > longestThoughtMs) {
            throw new AssertionError("a thought without an end");
        }
    }
}
