package org.vivavoce.turn;

import java.util.List;
import org.vivavoce.turn.TurnAction.MayReply;
import org.vivavoce.turn.TurnAction.SoftEnd;

/**
 * The first stage of an end of turn: the user fell quiet, and work on a reply begins before it is known whether the turn has ended. What
 * was understood decides how long that takes to be known. Used by {@link UtteranceProgress}.
 */
final class SoftEnding {

    private static final long NEVER = Long.MIN_VALUE;

    private final TurnValues values;
    private final List<TurnAction> actions;
    private final SpeculationBudget budget;
    private final PauseLearner pauses;
    private TurnReading reading = TurnReading.FINISHED;
    private boolean ended;
    private boolean understood;
    private boolean replying;
    private long voiceAt = NEVER;
    private int repeats;

    SoftEnding(TurnValues values, PauseLearner pauses, List<TurnAction> actions) {
        this.pauses = pauses;
        this.values = values;
        this.actions = actions;
        this.budget = new SpeculationBudget(values);
    }

    /** An utterance begins. */
    void begin() {
        reset();
        repeats = 0;
        voiceAt = NEVER;
    }

    /** Whether the user fell quiet and has not gone on. */
    boolean isEnded() {
        return ended;
    }

    /** When the user was last heard before the soft end. */
    long voiceAt() {
        return voiceAt;
    }

    /** Quiet after which the turn has ended. */
    long holdMs() {
        return switch (reading) {
            case FINISHED -> pauses.holdMs();
            case UNFINISHED -> Math.max(pauses.holdMs(), values.ending().unfinishedHoldMs());
            case WAITING -> Math.max(pauses.holdMs(), values.ending().patienceMs());
        };
    }

    /** The user is quiet for so long, and the piece is so long. */
    void quiet(long quietMs, long lastVoiceAt, long pieceMs) {
        if (!ended && quietMs >= budget.softEndMs(pieceMs)) {
            ended = true;
            voiceAt = lastVoiceAt;
            actions.add(new SoftEnd(lastVoiceAt));
        }
        replyIfLikely(quietMs);
    }

    void understood(TurnReading newReading, long quietMs) {
        if (ended) {
            reading = newReading;
            understood = true;
            replyIfLikely(quietMs);
        }
    }

    private void replyIfLikely(long quietMs) {
        boolean likely = switch (reading) {
            case FINISHED -> true;
            case UNFINISHED -> quietMs >= pauses.holdMs();
            case WAITING -> false;
        };
        if (ended && understood && !replying && likely && repeats < values.ending().mostRepeats()) {
            replying = true;
            actions.add(new MayReply());
        }
    }

    /** The user goes on after so long a pause; returns whether the piece before it is finished. */
    boolean resumed(long pauseMs, long pieceMs) {
        if (reading == TurnReading.FINISHED) { // else the words told that the user would go on
            pauses.wentOnAfter(pauseMs);
        }
        EndingValues ending = values.ending();
        boolean finished = pauseMs >= ending.finishedPauseMs()
                || (pauseMs >= ending.sentencePauseMs() && pieceMs >= ending.sentencePieceMs());
        if (finished) {
            budget.finished(pieceMs);
        } else {
            budget.wasted(pieceMs);
        }
        repeats += replying ? 1 : 0;
        reset();
        return finished;
    }

    /** A piece was cut off in mid-speech. */
    void cut(long pieceMs) {
        budget.finished(pieceMs);
    }

    /** The utterance is over. */
    void end(long pieceMs) {
        budget.finished(pieceMs);
        reset();
    }

    private void reset() {
        ended = false;
        understood = false;
        replying = false;
        reading = TurnReading.FINISHED;
    }
}
