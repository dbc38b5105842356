package org.vivavoce.turn;

/**
 * How early work on a reply may begin: early while tries that came to nothing have cost little, later else. Sound that is sent once more
 * because the user went on is what a try costs. Used by {@link UtteranceProgress}, over a whole conversation.
 */
final class SpeculationBudget {

    private final TurnValues values;
    private long spokenMs;
    private long resentMs;
    private int tries;

    SpeculationBudget(TurnValues values) {
        this.values = values;
    }

    /** Quiet after which work may begin on a piece of this length. */
    int softEndMs(long pieceMs) {
        EndingValues ending = values.ending();
        double allowedMs = ending.freeResentMs() + ending.mostResent() * (spokenMs + pieceMs);
        boolean affordable = tries < ending.mostTries() && resentMs + pieceMs <= allowedMs;
        return affordable ? values.softEndMs() : Math.max(values.softEndMs(), ending.lateSoftEndMs());
    }

    /** The user went on: the piece will be sent again. */
    void wasted(long pieceMs) {
        tries++;
        resentMs += pieceMs;
    }

    /** A piece is finished and is sent no more. */
    void finished(long pieceMs) {
        tries = 0;
        spokenMs += pieceMs;
    }
}
