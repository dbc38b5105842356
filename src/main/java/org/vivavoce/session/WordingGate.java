package org.vivavoce.session;

import org.vivavoce.practice.Wording;
import org.vivavoce.turn.TurnReading;

/** Reads the words by the wording of the languages spoken. Used by the {@code session} thread. */
final class WordingGate implements MeaningGate {

    private final Wording wording;

    WordingGate(Wording wording) {
        this.wording = wording;
    }

    @Override
    public TurnReading read(String text) {
        return switch (wording.read(text)) {
            case UNFINISHED -> TurnReading.UNFINISHED;
            case WAITING -> TurnReading.WAITING;
            case FINISHED, NOTHING -> TurnReading.FINISHED;
        };
    }
}
