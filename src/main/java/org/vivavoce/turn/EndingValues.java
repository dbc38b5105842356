package org.vivavoce.turn;

/**
 * The values of the two-stage end of a turn: when work on a reply may begin before the turn has ended, and how what was understood
 * lengthens the hold. Milliseconds, unless said otherwise.
 *
 * @param lateSoftEndMs       quiet after which work begins once tries are used up (600: most pauses within a sentence are shorter)
 * @param mostTries           tries a piece before that (3)
 * @param mostRepeats         tries a turn in which a reply is begun and taken back (2: chat calls cost, and 2 + 1 is enough)
 * @param mostResent          how much of what is spoken may be sent for transcription again, a share (0.3: sound is paid for about once)
 * @param freeResentMs        sound that may be sent again beyond that share in a conversation (4,000)
 * @param finishedPauseMs     pause that finishes the piece before it: it is transcribed once (1,000)
 * @param sentencePauseMs     pause that finishes a piece of at least {@code sentencePieceMs} (350: pauses between sentences are longer,
 *                            closures and hesitations within one mostly shorter)
 * @param sentencePieceMs     see {@code sentencePauseMs} (3,000: long enough for a recogniser to have its context)
 * @param leastContinuationMs loud sound that counts as going on after a soft end (190; a click or a breath is shorter)
 * @param unfinishedHoldMs    hold where the words look unfinished (2,500)
 * @param patienceMs          hold where the user asked for time (20,000)
 * @param leastHoldMs         shortest hold that may be learned from the user's pauses
 * @param mostHoldMs          longest hold that may be learned; where it is not above {@code leastHoldMs} nothing is learned
 */
public record EndingValues(int lateSoftEndMs, int mostTries, int mostRepeats, double mostResent, int freeResentMs,
        int finishedPauseMs, int sentencePauseMs, int sentencePieceMs, int leastContinuationMs, int unfinishedHoldMs,
        int patienceMs, int leastHoldMs, int mostHoldMs) {

    /** The values that the measurements speak for. */
    public static EndingValues defaults() {
        return new EndingValues(600, 3, 2, 0.3, 4000, 1000, 350, 3000, 190, 2500, 20_000, 0, 0);
    }

    /** The same with a hold that is learned within bounds. */
    public EndingValues learning(int leastMs, int mostMs) {
        return new EndingValues(lateSoftEndMs, mostTries, mostRepeats, mostResent, freeResentMs, finishedPauseMs,
                sentencePauseMs, sentencePieceMs, leastContinuationMs, unfinishedHoldMs, patienceMs, leastMs, mostMs);
    }
}
