package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UserTurnTest {

    private final UserTurn turn = new UserTurn();
    private final ServiceException failure = new ServiceException.TimedOut(Stage.TRANSCRIPTION, null);

    @Test
    void thePiecesStandInTheOrderTheyWereSaidWhateverOrderTheirTextsComeIn() {
        turn.add(1, new short[0]).startWork();
        turn.add(2, new short[0]).startWork();
        assertTrue(turn.isInWork());
        turn.transcribed(2, " world ");
        turn.addTyped("!");
        turn.transcribed(1, "hello");

        assertFalse(turn.isInWork());
        assertEquals("hello world !", turn.text());
        assertTrue(turn.isTyped());
    }

    @Test
    void aPieceThatFailedWaitsWithItsReasonUntilItIsTriedAgain() {
        UserTurn.Piece piece = turn.add(1, new short[0]);
        piece.startWork();
        assertTrue(turn.failed(1, failure));
        assertEquals(List.of(piece), turn.untranscribed());
        assertEquals(failure, turn.failure().orElseThrow());
        piece.startWork();

        assertTrue(turn.failure().isEmpty());
        assertTrue(turn.untranscribed().isEmpty());
    }

    @Test
    void whatBelongsToAnotherTurnIsNotTaken() {
        assertFalse(turn.transcribed(7, "late"));
        assertFalse(turn.failed(7, failure));
        assertTrue(turn.isEmpty());
        assertEquals("", turn.text());
    }
}
