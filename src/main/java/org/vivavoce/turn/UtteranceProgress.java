package org.vivavoce.turn;

import java.util.List;
import org.vivavoce.turn.TurnAction.BeginUtterance;
import org.vivavoce.turn.TurnAction.CutPiece;
import org.vivavoce.turn.TurnAction.DropUtterance;
import org.vivavoce.turn.TurnAction.EndTurn;
import org.vivavoce.turn.TurnAction.SpeechResumed;

/** Follows one utterance from its beginning to its end: soft ends, hold, pieces. Used by the turn machine. */
final class UtteranceProgress {

    /** What became of the utterance. */
    enum Outcome {
        GOES_ON, ENDED, DROPPED
    }

    private final TurnValues values;
    private final List<TurnAction> actions;
    private final SoftEnding soft;
    private long pieceStartedAt;
    private long lastVoiceAt;
    private long loudMs;
    private long loudMsOfStretch;
    private long stretchStartedAt;
    private long stretchVoiceAt;
    private boolean stretchCounts; // false: too short yet to be going on after a soft end
    private boolean held;

    UtteranceProgress(TurnValues values, PauseLearner pauses, List<TurnAction> actions) {
        this.values = values;
        this.actions = actions;
        this.soft = new SoftEnding(values, pauses, actions);
    }

    void begin(long startedAt, boolean heldByKey) {
        pieceStartedAt = startedAt;
        lastVoiceAt = startedAt;
        loudMs = 0;
        loudMsOfStretch = 0;
        stretchStartedAt = Long.MIN_VALUE;
        held = heldByKey;
        soft.begin();
        actions.add(new BeginUtterance(startedAt));
    }

    boolean isHeld() {
        return held;
    }

    /** Whether work on what was said so far is under way. */
    boolean isSoftEnded() {
        return soft.isEnded();
    }

    /** The key is pressed in mid-utterance: from now on only its release ends it. */
    void hold() {
        held = true;
        goOnAfterSoftEnd();
    }

    /** The words of all that was said up to the soft end. */
    void understood(TurnReading reading, long now) {
        soft.understood(reading, now - lastVoiceAt);
    }

    Outcome on(VoiceActivity activity, long now) {
        boolean undecided = follow(activity);
        if (soft.isEnded() && lastVoiceAt > soft.voiceAt()) {
            resumed(stretchStartedAt - soft.voiceAt());
        }
        if (held) {
            cutLongPiece(activity, now);
            return Outcome.GOES_ON;
        }
        long quietMs = now - lastVoiceAt;
        if (quietMs >= soft.holdMs() && !undecided) {
            return end();
        }
        cutLongPiece(activity, now);
        if (isUtterance()) {
            soft.quiet(quietMs, lastVoiceAt, lastVoiceAt - pieceStartedAt);
        }
        return Outcome.GOES_ON;
    }

    /**
     * Ends it by a key.
     *
     * @return whether there was an utterance
     */
    boolean finish(long now) {
        if (!held && !isUtterance()) {
            drop();
            return false;
        }
        if (!stretchCounts) { // a short word right before the key
            lastVoiceAt = Math.max(lastVoiceAt, stretchVoiceAt);
        }
        if (held || lastVoiceAt > soft.voiceAt()) {
            goOnAfterSoftEnd();
        }
        soft.end(lastVoiceAt - pieceStartedAt);
        actions.add(new EndTurn(held ? now : lastVoiceAt));
        return true;
    }

    void drop() {
        soft.end(0);
        actions.add(new DropUtterance());
    }

    /**
     * The conversation pauses in mid-utterance: what was said is kept as a piece of the turn, which stays open.
     *
     * @return whether there was something
     */
    boolean setAside() {
        goOnAfterSoftEnd();
        boolean said = held || isUtterance();
        if (said) {
            actions.add(new CutPiece(true));
        }
        drop();
        return said;
    }

    private boolean isUtterance() {
        return loudMs + loudMsOfStretch >= values.leastUtteranceMs();
    }

    /** Returns whether there is speech of which it is not known yet whether it counts. */
    private boolean follow(VoiceActivity activity) {
        if (activity.startedAt() != stretchStartedAt) {
            loudMs += loudMsOfStretch;
            stretchStartedAt = activity.startedAt();
            loudMsOfStretch = 0;
            stretchCounts = !(soft.isEnded() && isUtterance());
        }
        if (!activity.speaking()) {
            return false;
        }
        loudMsOfStretch = activity.loudMs();
        stretchVoiceAt = activity.lastVoiceAt();
        stretchCounts |= loudMsOfStretch >= values.ending().leastContinuationMs();
        if (stretchCounts) {
            lastVoiceAt = Math.max(lastVoiceAt, stretchVoiceAt);
        }
        return !stretchCounts;
    }

    private void goOnAfterSoftEnd() {
        if (soft.isEnded()) {
            resumed(0);
        }
    }

    private void resumed(long pauseMs) {
        boolean finished = soft.resumed(pauseMs, soft.voiceAt() - pieceStartedAt);
        if (finished) {
            pieceStartedAt = soft.voiceAt();
        }
        actions.add(new SpeechResumed(finished));
    }

    private Outcome end() {
        if (!isUtterance()) {
            drop();
            return Outcome.DROPPED;
        }
        soft.end(lastVoiceAt - pieceStartedAt);
        actions.add(new EndTurn(lastVoiceAt));
        return Outcome.ENDED;
    }

    private void cutLongPiece(VoiceActivity activity, long now) {
        long length = now - pieceStartedAt;
        boolean atPause = length >= values.pieceMs() && !activity.speaking();
        if (!soft.isEnded() && (atPause || length >= values.longestPieceMs())) {
            pieceStartedAt = now;
            soft.cut(length);
            actions.add(new CutPiece(!activity.speaking()));
        }
    }
}
