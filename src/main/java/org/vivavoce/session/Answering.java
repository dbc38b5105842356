package org.vivavoce.session;

import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

/**
 * From the user's turn to its answer: begins one when all is understood, also before it is known whether the turn has ended, and takes it
 * back where the user goes on. Used by the {@code session} thread.
 */
final class Answering {

    private final UserSide user;
    private final PartnerSide partner;
    private final TurnReadiness readiness;
    private final Telling telling;
    private final Floor floor;
    private @Nullable UserTurn untold; // is being answered, though it may go on: nobody is told of it yet

    Answering(UserSide user, PartnerSide partner, TurnReadiness readiness, Telling telling, Floor floor) {
        this.user = user;
        this.partner = partner;
        this.readiness = readiness;
        this.telling = telling;
        this.floor = floor;
    }

    /** Whether a turn is being answered that may go on. */
    boolean isUntold() {
        return untold != null;
    }

    /** The user goes on: what was begun is the reply to half a turn. */
    void withdraw() {
        boolean told = untold == null;
        untold = null;
        readiness.wordsDoNotMatter();
        if (partner.withdraw() && told) {
            telling.userGoesOn();
        }
    }

    /** The same, where nobody was told of the turn yet. */
    void withdrawUntold() {
        if (untold != null) {
            withdraw();
        }
        readiness.wordsDoNotMatter();
    }

    /**
     * While the partner thinks, a reply is in the making or a piece is being transcribed. Where neither is so, the user's turn is
     * complete and is answered, or the floor goes back to the user: no thinking without end. A turn that is likely over is answered
     * before it is.
     */
    void settle() {
        UserTurn turn = user.turn().orElse(null);
        if (turn != null) {
            readiness.weigh(turn).ifPresent(floor::act);
        }
        if (partner.current().isEmpty() && (turn == null || !turn.isInWork())) {
            if (floor.state() == TurnState.THINKING) {
                settleTurn(turn);
            } else if (floor.state() == TurnState.HEARING && turn != null && readiness.mayReply()) {
                answer(turn);
            }
        }
        tellUserTurn();
    }

    private void settleTurn(@Nullable UserTurn turn) {
        if (turn == null || turn.isEmpty()) {
            floor.act(new TurnEvent.TurnFailed());
            return;
        }
        ServiceException failure = turn.failure().orElse(null);
        if (failure != null) {
            telling.unanswered(failure, floor.now());
        }
        if (failure != null && !turn.isTyped()) {
            floor.act(new TurnEvent.TurnFailed());
        } else if (turn.text().isEmpty()) {
            notUnderstood(turn);
        } else { // what is typed does not wait for a recogniser that fails
            answer(turn);
        }
    }

    private void notUnderstood(UserTurn turn) {
        user.closeTurn();
        if (turn.isInterrupting()) {
            user.nextInterrupts();
        }
        telling.nothingUnderstood(turn.isAudible());
        floor.act(new TurnEvent.TurnFailed());
    }

    private void answer(UserTurn turn) {
        untold = turn;
        partner.answer(turn.asMessage());
    }

    private void tellUserTurn() {
        UserTurn turn = untold;
        if (turn != null && floor.state() != TurnState.HEARING) {
            untold = null;
            telling.userSaid(turn);
        }
    }
}
