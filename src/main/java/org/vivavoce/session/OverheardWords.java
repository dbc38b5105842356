package org.vivavoce.session;

import org.vivavoce.practice.Likeness;
import org.vivavoce.turn.TurnEvent.Found;

/**
 * Decides from its words whether a short sound over the partner wants the floor. "Stop" and "wait" do, whatever else; "mm-hm", what
 * recognisers invent on silence and the partner's own voice do not; all other words do. Used by the {@code session} thread.
 */
final class OverheardWords {

    /** What short phrases mean. */
    interface Phrases {

        boolean isStop(String text);

        boolean isWaiting(String text);

        boolean isBackchannel(String text);

        boolean isGhost(String text);
    }

    private final Phrases phrases;
    private final JustSpoken spoken;

    OverheardWords(Phrases phrases, JustSpoken spoken) {
        this.phrases = phrases;
        this.spoken = spoken;
    }

    /**
     * What a short sound was.
     *
     * @param startedAt when it began
     * @param asking    whether the partner was about to end with a question: then "yes" is an answer
     */
    Found in(String text, long startedAt, boolean asking) {
        if (phrases.isStop(text) || phrases.isWaiting(text)) {
            return Found.WORDS;
        }
        boolean nothing = Likeness.words(text).isEmpty() || phrases.isGhost(text)
                || (phrases.isBackchannel(text) && !asking) || spoken.isEcho(text, startedAt);
        return nothing ? Found.NOTHING : Found.WORDS;
    }

    /**
     * Whether what broke in was the partner's own voice.
     *
     * @param heardUntilMillis when it was heard last: the partner is silent by then, and an echo does not outlast it by much
     */
    boolean areEcho(String text, long heardUntilMillis) {
        return spoken.isSilentSoShort(heardUntilMillis) && spoken.isEcho(text, heardUntilMillis)
                && !phrases.isStop(text) && !phrases.isWaiting(text);
    }
}
