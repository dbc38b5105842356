package org.vivavoce.turn;

import java.util.List;
import org.vivavoce.turn.TurnAction.ReplyMaySound;
import org.vivavoce.turn.TurnAction.ReplyMustWait;

/**
 * Whether the reply may sound: not before the user's turn has ended, and not while the user seems to begin again. Used by the turn
 * machine.
 */
final class ReplyGate {

    private final List<TurnAction> actions;
    private boolean open;
    private long opensAt;

    ReplyGate(List<TurnAction> actions) {
        this.actions = actions;
    }

    boolean isOpen() {
        return open;
    }

    /** The user has the floor: nothing sounds, whatever is in the making. */
    void close() {
        open = false;
        opensAt = Long.MAX_VALUE;
    }

    void open() {
        open = true;
        actions.add(new ReplyMaySound());
    }

    /** Nobody needs to wait any longer: the turn is known to be over. */
    void openAtOnce() {
        if (!open) {
            open();
        }
    }

    /** The reply waits: until then at least. */
    void closeUntil(long millis) {
        opensAt = millis;
        if (open) {
            open = false;
            actions.add(new ReplyMustWait());
        }
    }

    /** Time passes while the reply is awaited. */
    void tick(boolean userSpeaks, long now) {
        if (open && userSpeaks) {
            closeUntil(now);
        } else if (!open && !userSpeaks && now >= opensAt) {
            open();
        }
    }
}
