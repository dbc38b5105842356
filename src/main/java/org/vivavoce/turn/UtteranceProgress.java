package org.vivavoce.turn;

import java.util.List;
import org.vivavoce.turn.TurnAction.BeginUtterance;
import org.vivavoce.turn.TurnAction.CutPiece;
import org.vivavoce.turn.TurnAction.DropUtterance;
import org.vivavoce.turn.TurnAction.EndTurn;
import org.vivavoce.turn.TurnAction.SoftEnd;
import org.vivavoce.turn.TurnAction.SpeechResumed;

/** Follows one utterance from its beginning to its end: soft end, hold, pieces. Used by the turn machine. */
final class UtteranceProgress {

    /** What became of the utterance. */
    enum Outcome {
        GOES_ON, ENDED, DROPPED
    }

    private final TurnValues values;
    private final List<TurnAction> actions;
    private long pieceStartedAt;
    private long lastVoiceAt;
    private long loudMs;
    private long loudMsOfStretch;
    private long stretchStartedAt;
    private boolean held;
    private boolean softEnded;

    UtteranceProgress(TurnValues values, List<TurnAction> actions) {
        this.values = values;
        this.actions = actions;
    }

    void begin(long startedAt, boolean heldByKey) {
        pieceStartedAt = startedAt;
        lastVoiceAt = startedAt;
        loudMs = 0;
        loudMsOfStretch = 0;
        stretchStartedAt = Long.MIN_VALUE;
        held = heldByKey;
        softEnded = false;
        actions.add(new BeginUtterance(startedAt));
    }

    boolean isHeld() {
        return held;
    }

    /** The key is pressed in mid-utterance: from now on only its release ends it. */
    void hold() {
        held = true;
    }

    Outcome on(VoiceActivity activity, long now) {
        follow(activity);
        if (held) {
            cutLongPiece(activity, now);
            return Outcome.GOES_ON;
        }
        long quiet = now - lastVoiceAt;
        if (quiet >= values.holdMs()) {
            return end();
        }
        if (quiet >= values.softEndMs() && !softEnded) {
            softEnded = true;
            actions.add(new SoftEnd());
        } else if (quiet < values.softEndMs() && softEnded) {
            softEnded = false;
            actions.add(new SpeechResumed());
        }
        cutLongPiece(activity, now);
        return Outcome.GOES_ON;
    }

    /**
     * Ends it by a key.
     *
     * @return whether there was an utterance
     */
    boolean finish(long now) {
        if (!held && loudMs + loudMsOfStretch < values.leastUtteranceMs()) {
            drop();
            return false;
        }
        actions.add(new EndTurn(held ? now : lastVoiceAt));
        return true;
    }

    void drop() {
        actions.add(new DropUtterance());
    }

    /**
     * The conversation pauses in mid-utterance: what was said is kept as a piece of the turn, which stays open.
     *
     * @return whether there was something
     */
    boolean setAside() {
        boolean said = held || loudMs + loudMsOfStretch >= values.leastUtteranceMs();
        if (said) {
            actions.add(new CutPiece());
        }
        drop();
        return said;
    }

    private void follow(VoiceActivity activity) {
        if (activity.startedAt() != stretchStartedAt) {
            loudMs += loudMsOfStretch;
            stretchStartedAt = activity.startedAt();
            loudMsOfStretch = 0;
        }
        if (activity.speaking()) {
            loudMsOfStretch = activity.loudMs();
            lastVoiceAt = Math.max(lastVoiceAt, activity.lastVoiceAt());
        }
    }

    private Outcome end() {
        if (loudMs + loudMsOfStretch < values.leastUtteranceMs()) {
            drop();
            return Outcome.DROPPED;
        }
        actions.add(new EndTurn(lastVoiceAt));
        return Outcome.ENDED;
    }

    private void cutLongPiece(VoiceActivity activity, long now) {
        long length = now - pieceStartedAt;
        boolean atPause = length >= values.pieceMs() && !activity.speaking();
        if (atPause || length >= values.longestPieceMs()) {
            pieceStartedAt = now;
            actions.add(new CutPiece());
        }
    }
}
