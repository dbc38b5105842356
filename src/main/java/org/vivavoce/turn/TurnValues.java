package org.vivavoce.turn;

/**
 * The values of turn-taking. Milliseconds throughout.
 *
 * @param softEndMs            quiet after which work on the reply may begin (250)
 * @param holdMs               quiet after which the user's turn has ended and the reply may sound (interview 1100, language 1000, chat
 *                             700; the web app 1500)
 * @param leastUtteranceMs     loud sound below which there was no utterance (250; a cough is shorter)
 * @param preRollMs            sound kept from before speech began (500)
 * @param pieceMs              length from which an utterance is cut into pieces at the next pause (20,000)
 * @param longestPieceMs       length at which it is cut at its quietest moment, even without a pause (25,000)
 * @param bargeIn              whether speaking over the partner stops it
 * @param bargeInMs            speech over the partner that counts as breaking in (250: the least that 0–21 of 800 echo frames never reach)
 * @param bargeInShare         share of loud frames within it (0.8)
 * @param silencePromptMs      silence after which the partner asks gently; 0 for never (interview 15,000, language 10,000, chat 8,000)
 * @param silencePrompts       how often it asks before the conversation pauses (3)
 * @param ending               the two-stage end of a turn
 */
public record TurnValues(int softEndMs, int holdMs, int leastUtteranceMs, int preRollMs, int pieceMs,
        int longestPieceMs,
        boolean bargeIn, int bargeInMs, double bargeInShare, int silencePromptMs, int silencePrompts,
        EndingValues ending) {

    private static final int CLASSIC_HOLD_MS = 1500;

    /** The values of the preset {@code adaptive}. */
    public static TurnValues adaptive(int holdMs, int silencePromptMs) {
        return new TurnValues(250, holdMs, 250, 500, 20_000, 25_000, true, 250, 0.8, silencePromptMs, 3,
                EndingValues.defaults());
    }

    /** The values of the preset {@code classic}: 1.5 s of silence end an utterance; it is sent whole. */
    public static TurnValues classic(int silencePromptMs) {
        return new TurnValues(CLASSIC_HOLD_MS, CLASSIC_HOLD_MS, 100, 500, Integer.MAX_VALUE, Integer.MAX_VALUE, true,
                300, 0.8,
                silencePromptMs, 3, EndingValues.defaults());
    }

    /** The same with a hold that is learned from the user's pauses, within bounds; the hold of these values is where it begins. */
    public TurnValues learning(int leastHoldMs, int mostHoldMs) {
        return new TurnValues(softEndMs, holdMs, leastUtteranceMs, preRollMs, pieceMs, longestPieceMs, bargeIn,
                bargeInMs, bargeInShare, silencePromptMs, silencePrompts, ending.learning(leastHoldMs, mostHoldMs));
    }

    /** The same with breaking in allowed or not. */
    public TurnValues withBargeIn(boolean allowed) {
        return new TurnValues(softEndMs, holdMs, leastUtteranceMs, preRollMs, pieceMs, longestPieceMs, allowed,
                bargeInMs, bargeInShare,
                silencePromptMs, silencePrompts, ending);
    }
}
