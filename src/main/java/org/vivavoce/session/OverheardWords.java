package org.vivavoce.session;

import org.vivavoce.practice.Wording;
import org.vivavoce.turn.TurnEvent.Found;

/**
 * Decides from its words whether a short sound over the partner wants the floor. "Stop" and "wait" do, whatever else; "mm-hm", what
 * recognisers invent on silence and the partner's own voice do not; all other words do. Used by the {@code session} thread.
 */
final class OverheardWords {

    private final Wording wording;
    private final JustSpoken spoken;

    OverheardWords(Wording wording, JustSpoken spoken) {
        this.wording = wording;
        this.spoken = spoken;
    }

    /**
     * What a short sound was.
     *
     * @param startedAt when it began
     * @param asking    whether the partner was about to end with a question: then "yes" is an answer
     */
    Found in(String text, long startedAt, boolean asking) {
        if (wording.isStop(text) || wording.isWaiting(text)) {
            return Found.WORDS;
        }
        boolean nothing = wording.read(text) == Wording.Reading.NOTHING || wording.isGhost(text)
                || (wording.isBackchannel(text) && !asking) || spoken.isEcho(text, startedAt);
        return nothing ? Found.NOTHING : Found.WORDS;
    }

    /**
     * Whether what broke in was the partner's own voice.
     *
     * @param heardUntilMillis when it was heard last: the partner is silent by then, and an echo does not outlast it by much
     */
    boolean areEcho(String text, long heardUntilMillis) {
        return spoken.isSilentSoShort(heardUntilMillis) && spoken.isEcho(text, heardUntilMillis)
                && !wording.isStop(text) && !wording.isWaiting(text);
    }
}
