package org.vivavoce.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vivavoce.session.ConversationEvent.TimeLeft;
import org.vivavoce.session.ConversationEvent.TimeOver;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

/**
 * The time that the partner gives for an answer. It begins when the user has the floor, stands still in a pause, and at its end the
 * partner says so: with its answer where the user is speaking, who is not cut off, at once where nobody says anything. Used by the
 * {@code session} thread.
 */
final class AnswerTimer {

    private static final long SECOND_MS = 1000;

    private final ConversationListener listener;
    private final PartnerSide partner;
    private final UserSide user;
    private final Floor floor;
    private @Nullable Running running;
    private boolean unsaid; // the time is up, and the partner has not said so
    private long lastBefore; // the last reply that was begun before the time was up: it can't say so

    /** A time that is given. */
    private static final class Running {
        private final Duration given;
        private final String what;
        private long leftMs;
        private long countedAt = -1; // nothing is counted before the user has the floor
        private long toldS;

        Running(Duration given, String what) {
            this.given = given;
            this.what = what;
            this.leftMs = given.toMillis();
        }
    }

    AnswerTimer(ConversationListener listener, PartnerSide partner, UserSide user, Floor floor) {
        this.listener = listener;
        this.partner = partner;
        this.user = user;
        this.floor = floor;
    }

    /** Gives time, in place of what was given before. */
    void set(Duration length, String what) {
        cancel();
        running = new Running(length, what);
    }

    /** The time does not matter any more. */
    void cancel() {
        unsaid = false;
        Running was = running;
        running = null;
        if (was != null && was.countedAt >= 0) {
            floor.act(new TurnEvent.TimeGiven(false));
            listener.on(new TimeOver(false));
        }
    }

    /** Time passes. */
    void passes() {
        Running now = running;
        if (now != null) {
            count(now);
        }
        if (unsaid) {
            sayWhereItFits();
        }
    }

    private void count(Running time) {
        TurnState state = floor.state();
        if (time.countedAt < 0) {
            if (state != TurnState.LISTENING && state != TurnState.HEARING) {
                return;
            }
            floor.act(new TurnEvent.TimeGiven(true));
        } else if (state != TurnState.PAUSED) {
            time.leftMs -= floor.now() - time.countedAt;
        }
        time.countedAt = floor.now();
        if (time.leftMs <= 0) {
            isUp(time);
        } else if (Math.ceilDiv(time.leftMs, SECOND_MS) != time.toldS) {
            time.toldS = Math.ceilDiv(time.leftMs, SECOND_MS);
            listener.on(new TimeLeft(Duration.ofSeconds(time.toldS), time.given, time.what));
        }
    }

    private void isUp(Running time) {
        running = null;
        unsaid = true;
        lastBefore = partner.lastBegun();
        partner.direct("The time that you gave the user" + (time.what.isEmpty() ? "" : " (" + time.what + ")")
                + " is up now. Your next reply begins by saying so in a few kind words.");
        floor.act(new TurnEvent.TimeGiven(false));
        listener.on(new TimeOver(true));
    }

    private void sayWhereItFits() {
        if (partner.lastGiven() > lastBefore) {
            unsaid = false;
            return;
        }
        if (floor.state() != TurnState.LISTENING) {
            return;
        }
        unsaid = false;
        UserTurn turn = user.turn().orElse(null);
        floor.act(new TurnEvent.PartnerBegins());
        if (turn == null || turn.isEmpty() || turn.failure().isPresent()) {
            partner.sayThatTimeIsUp();
        } // else the user had asked for patience, and is answered
    }
}
