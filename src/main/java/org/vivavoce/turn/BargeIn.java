package org.vivavoce.turn;

/**
 * Decides whether speech over the partner is breaking in: enough of it, and dense enough, in one stretch. Used by the turn machine.
 */
final class BargeIn {

    private final int neededMs;
    private final double share;

    BargeIn(TurnValues values) {
        neededMs = values.bargeInMs();
        share = values.bargeInShare();
    }

    boolean isBreakingIn(VoiceActivity activity, long nowMillis) {
        if (!activity.speaking()) {
            return false;
        }
        long spokenMs = nowMillis - activity.startedAt();
        return spokenMs >= neededMs && activity.loudMs() >= share * neededMs
                && activity.quietFor(nowMillis) <= (1 - share) * neededMs;
    }
}
