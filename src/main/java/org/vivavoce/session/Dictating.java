package org.vivavoce.session;

import java.util.List;
import org.vivavoce.ai.Dictation;
import org.vivavoce.ai.SpeechHints;
import org.vivavoce.session.SessionEvent.Frame;

/**
 * Hands over what the user says while it is said, and never more than will be in the piece: quiet is held back until the user goes on.
 * Used by the {@code session} thread.
 */
final class Dictating {

    private static final long NOTHING = Long.MIN_VALUE;

    private final Ears ears;
    private final Dictation dictation;
    private final ConversationPlan plan;
    private long handedUntil = NOTHING;

    Dictating(Ears ears, Dictation dictation, ConversationPlan plan) {
        this.ears = ears;
        this.dictation = dictation;
        this.plan = plan;
    }

    /**
     * Hands over what is new.
     *
     * @param lastVoiceAt when the user was last heard: a piece ends a little after it
     * @param textBefore  what was said before in the turn
     */
    void goOn(long lastVoiceAt, String textBefore) {
        List<Frame> next = ears.recorded(handedUntil, lastVoiceAt);
        if (next.isEmpty()) {
            return;
        }
        if (handedUntil == NOTHING) {
            dictation.begin(
                    new SpeechHints(plan.recogniserLanguage(), textBefore, plan.mode().keywords()));
        }
        dictation.add(Ears.samples(next));
        handedUntil = next.getLast().atMillis();
    }

    /** What was handed over, and what follows it, is this piece. */
    void end(short[] piece) {
        if (handedUntil != NOTHING) {
            handedUntil = NOTHING;
            dictation.end(piece);
        }
    }

    /** What was handed over is no piece. */
    void drop() {
        if (handedUntil != NOTHING) {
            handedUntil = NOTHING;
            dictation.drop();
        }
    }
}
