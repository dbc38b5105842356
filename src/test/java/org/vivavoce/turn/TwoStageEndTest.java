package org.vivavoce.turn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.turn.TurnAction.BeginUtterance;
import org.vivavoce.turn.TurnAction.EndTurn;
import org.vivavoce.turn.TurnAction.MayReply;
import org.vivavoce.turn.TurnAction.ReopenTurn;
import org.vivavoce.turn.TurnAction.ReplyMaySound;
import org.vivavoce.turn.TurnAction.ReplyMustWait;
import org.vivavoce.turn.TurnAction.SoftEnd;
import org.vivavoce.turn.TurnAction.SpeechResumed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TwoStageEndTest {

    private static final TurnEvent FINISHED = new TurnEvent.Understood(TurnReading.FINISHED);
    private static final TurnEvent UNFINISHED = new TurnEvent.Understood(TurnReading.UNFINISHED);
    private static final TurnEvent WAITING = new TurnEvent.Understood(TurnReading.WAITING);

    private ScriptedTurns turns = ScriptedTurns.listening(TurnValues.adaptive(1000, 8000));

    @Test
    void workOnTheReplyBeginsWhenTheWordsAreThereAndItSoundsWhenTheHoldIsOver() {
        turns.speaks(2000).isQuiet(250);
        assertEquals(List.of(new BeginUtterance(0), new SoftEnd(2000)), turns.takenSilently());
        turns.isQuiet(300).on(FINISHED);
        assertEquals(List.of(new MayReply()), turns.takenSilently());
        turns.isQuiet(440);
        assertFalse(turns.mayReplySound());
        turns.isQuiet(10);

        assertEquals(List.of(new EndTurn(2000), new ReplyMaySound()), turns.takenSilently());
        assertTrue(turns.mayReplySound());
    }

    @Test
    void whoGoesOnAfterASecondHasFinishedAPiece() {
        turns = talkingSlowly();
        turns.speaks(2000).isQuiet(1100).speaks(500);

        assertTrue(turns.taken().contains(new SpeechResumed(true)));
    }

    @Test
    void whoGoesOnAfterASentenceOfThreeSecondsHasFinishedAPiece() {
        turns.speaks(3500).isQuiet(400).speaks(500);

        assertTrue(turns.taken().contains(new SpeechResumed(true)));
    }

    @Test
    void aHesitationDoesNotFinishAPiece() {
        turns.speaks(3500).isQuiet(300).speaks(500);

        assertTrue(turns.taken().contains(new SpeechResumed(false)));
    }

    @Test
    void wordsOfATurnThatWentOnCountForNothing() {
        turns.speaks(2000).isQuiet(600).speaks(500).taken();
        turns.on(WAITING).isQuiet(1000);

        assertEquals(List.of(new SoftEnd(3100), new EndTurn(3100), new ReplyMaySound()), turns.takenSilently());
    }

    @Test
    void unfinishedWordsLengthenTheHoldAndTheReplyIsMadeFromTheUsualHoldOn() {
        turns.speaks(2000).isQuiet(500).on(UNFINISHED).taken();
        turns.isQuiet(490);
        assertEquals(List.of(), turns.taken());
        turns.isQuiet(10);
        assertEquals(List.of(new MayReply()), turns.taken());
        turns.isQuiet(1490);
        assertEquals(TurnState.HEARING, turns.state());
        turns.isQuiet(10);

        assertEquals(List.of(new EndTurn(2000), new ReplyMaySound()), turns.takenSilently());
    }

    @Test
    void unfinishedWordsThatComeLateKeepTheReplyWaiting() {
        turns.speaks(2000).isQuiet(1200).on(UNFINISHED);
        assertFalse(turns.mayReplySound());
        turns.taken();
        turns.isQuiet(1290);
        assertEquals(List.of(), turns.taken());
        turns.isQuiet(10);

        assertEquals(List.of(new ReplyMaySound()), turns.taken());
    }

    @Test
    void whoAsksForTimeGetsIt() {
        turns.speaks(1000).isQuiet(500).on(WAITING).isQuiet(19_490);
        assertEquals(TurnState.HEARING, turns.state());
        assertFalse(turns.taken().contains(new MayReply()));
        turns.isQuiet(10);

        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void whoAskedForTimeAndIsUnderstoodLateGetsItToo() {
        turns.speaks(1000).isQuiet(1500).taken();
        turns.on(WAITING);
        assertEquals(List.of(new ReopenTurn()), turns.takenSilently());
        assertEquals(TurnState.LISTENING, turns.state());
        turns.isQuiet(18_490);
        assertEquals(List.of(), turns.taken(), "no gentle prompt meanwhile");
        turns.isQuiet(10);

        assertEquals(List.of(new ReplyMaySound()), turns.takenSilently());
        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void whoAskedForTimeGoesOnWithTheSameTurn() {
        turns.speaks(1000).isQuiet(1500).on(WAITING).isQuiet(5000).taken();
        turns.speaks(100).isQuiet(1000); // a cough
        assertEquals(TurnState.LISTENING, turns.state());
        turns.speaks(1000).isQuiet(1000);

        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void doneEndsTheWait() {
        turns.speaks(1000).isQuiet(1500).on(WAITING).isQuiet(3000).on(new TurnEvent.Done());

        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void aClickAfterTheSoftEndDoesNotTakeTheReplyBack() {
        turns.speaks(2000).isQuiet(400).on(FINISHED).taken();
        turns.speaks(100).isQuiet(600);

        assertEquals(List.of(new EndTurn(2000), new ReplyMaySound()), turns.takenSilently());
    }

    @Test
    void theTurnDoesNotEndWhileTheUserSeemsToBeginAgain() {
        turns.speaks(2000).isQuiet(900).taken();
        turns.speaks(120);
        assertEquals(TurnState.HEARING, turns.state());
        turns.speaks(200);

        assertEquals(List.of(new SpeechResumed(false)), turns.takenSilently());
    }

    @Test
    void theReplyWaitsWhileTheUserSeemsToBeginAgain() {
        turns.speaks(2000).isQuiet(1500).taken();
        turns.speaks(100);
        assertEquals(List.of(new ReplyMustWait()), turns.taken());
        turns.isQuiet(300);

        assertEquals(List.of(new ReplyMaySound()), turns.taken());
    }

    @Test
    void afterTwoRepliesThatWereTakenBackTheThirdWaitsForTheEnd() {
        for (int pause = 0; pause < 3; pause++) {
            turns.speaks(4000).isQuiet(700).on(FINISHED);
        }

        assertEquals(2, turns.taken().stream().filter(MayReply.class::isInstance).count());
    }

    @Test
    void triesThatComeToNothingMakeTheSoftEndLater() {
        for (int pause = 0; pause < 3; pause++) {
            turns.speaks(400).isQuiet(300);
        }
        assertEquals(3, softEnds());
        turns.speaks(400).isQuiet(300);
        assertEquals(0, softEnds());
        turns.isQuiet(300);

        assertEquals(1, softEnds());
    }

    @Test
    void soundIsSentAboutOnceHoweverManyPausesThereAre() {
        long sent = 0;
        long begin = 0;
        for (int turn = 0; turn < 40; turn++) {
            for (int pause = 0; pause < 8; pause++) {
                turns.speaks(900).isQuiet(400);
            }
            turns.isQuiet(1000).on(new TurnEvent.PartnerFinished());
            for (TurnAction action : turns.taken()) {
                switch (action) {
                    case BeginUtterance(long at) -> begin = at;
                    case SoftEnd(long at) -> sent += at - begin;
                    case SpeechResumed(boolean finished) when finished -> begin = turns.now();
                    default -> {
                    }
                }
            }
        }
        double spoken = 40 * (8 * 1300.0);
        assertTrue(sent <= 1.5 * spoken, "sent " + sent / spoken);
    }

    @Test
    void typingTakesAReplyBackThatIsInTheMaking() {
        turns.speaks(2000).isQuiet(400).on(FINISHED).taken();
        turns.on(new TurnEvent.Typed());

        assertEquals(List.of(new EndTurn(2000), new ReopenTurn(), new ReplyMaySound()), turns.takenSilently());
    }

    @Test
    void theKeyTakesAReplyBackThatIsInTheMaking() {
        turns.speaks(2000).isQuiet(400).on(FINISHED).taken();
        turns.on(new TurnEvent.HoldToTalk(true));

        assertEquals(List.of(new SpeechResumed(false)), turns.takenSilently());
    }

    private long softEnds() {
        return turns.taken().stream().filter(SoftEnd.class::isInstance).count();
    }

    private static ScriptedTurns talkingSlowly() {
        return ScriptedTurns.listening(TurnValues.adaptive(3000, 0));
    }
}
