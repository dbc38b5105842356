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
        add(1).order("");
        add(2).order("");
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
        Piece piece = add(1);
        piece.order("");
        assertTrue(turn.failed(1, failure));
        assertEquals(List.of(piece), turn.untranscribed());
        assertEquals(failure, turn.failure().orElseThrow());
        piece.order("");

        assertTrue(turn.failure().isEmpty());
        assertTrue(turn.untranscribed().isEmpty());
    }

    @Test
    void aPieceThatIsPartOfALongerOneIsTakenOutAndNobodyWaitsForIt() {
        add(1);
        turn.transcribed(1, "I work");
        Piece tried = add(2);
        TranscriptionOrder order = tried.order(turn.textBefore(tried));
        assertEquals("I work", order.textBefore());
        turn.withdraw(tried);
        tried.withdraw();

        assertFalse(order.wanted().getAsBoolean());
        assertTrue(tried.cancellation().isCancelled());
        assertFalse(turn.isInWork());
        assertFalse(turn.transcribed(2, "too late"));
        assertEquals("I work", turn.text());
    }

    private Piece add(long id) {
        Piece piece = new Piece(id, new short[0]);
        turn.add(piece);
        return piece;
    }

    @Test
    void whatBelongsToAnotherTurnIsNotTaken() {
        assertFalse(turn.transcribed(7, "late"));
        assertFalse(turn.failed(7, failure));
        assertTrue(turn.isEmpty());
        assertEquals("", turn.text());
    }
}
