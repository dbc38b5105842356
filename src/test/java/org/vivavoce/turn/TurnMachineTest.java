package org.vivavoce.turn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.turn.TurnAction.Arm;
import org.vivavoce.turn.TurnAction.BeginUtterance;
import org.vivavoce.turn.TurnAction.CutPiece;
import org.vivavoce.turn.TurnAction.DropUtterance;
import org.vivavoce.turn.TurnAction.Duck;
import org.vivavoce.turn.TurnAction.EndTurn;
import org.vivavoce.turn.TurnAction.InterruptPartner;
import org.vivavoce.turn.TurnAction.PromptGently;
import org.vivavoce.turn.TurnAction.ReopenTurn;
import org.vivavoce.turn.TurnAction.ReplyMaySound;
import org.vivavoce.turn.TurnAction.ReplyMustWait;
import org.vivavoce.turn.TurnAction.Show;
import org.vivavoce.turn.TurnAction.SoftEnd;
import org.vivavoce.turn.TurnAction.SpeechResumed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TurnMachineTest {

    private final ScriptedTurns turns = ScriptedTurns.listening(TurnValues.adaptive(1000, 0));

    @Test
    void anUtteranceBeginsWhereSpeechBeganAndEndsAfterTheHold() {
        turns.isQuiet(500).speaks(2000).isQuiet(1000);

        assertEquals(List.of(new BeginUtterance(500), new Show(TurnState.HEARING), new SoftEnd(2500), new EndTurn(2500),
                new Show(TurnState.THINKING), new ReplyMaySound()), turns.taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 700, 1000, 1100, 3000})
    void theHoldIsTheModes(int holdMs) {
        ScriptedTurns mode = ScriptedTurns.listening(TurnValues.adaptive(holdMs, 0)).speaks(1000).isQuiet(holdMs - 10);

        assertEquals(TurnState.HEARING, mode.state());
        mode.isQuiet(10);
        assertEquals(TurnState.THINKING, mode.state());
    }

    @Test
    void classicWaitsASecondAndAHalfAndHasNoSoftEnd() {
        ScriptedTurns classic = ScriptedTurns.listening(TurnValues.classic(0)).speaks(1000).isQuiet(1490);

        assertEquals(TurnState.HEARING, classic.state());
        classic.isQuiet(10);
        assertEquals(TurnState.THINKING, classic.state());
        assertTrue(classic.taken().stream().noneMatch(SoftEnd.class::isInstance));
    }

    @Test
    void whoGoesOnAfterASoftEndIsHeardOn() {
        turns.speaks(1000).isQuiet(600).speaks(500).isQuiet(1000);

        assertEquals(List.of(new BeginUtterance(0), new SoftEnd(1000), new SpeechResumed(false), new SoftEnd(2100),
                new EndTurn(2100), new ReplyMaySound()), turns.takenSilently());
    }

    @Test
    void aSoundTooShortIsNoUtterance() {
        turns.speaks(240).isQuiet(1000);

        assertEquals(List.of(new BeginUtterance(0), new DropUtterance(), new Arm()),
                turns.takenSilently());
        assertEquals(TurnState.LISTENING, turns.state());
    }

    @Test
    void shortWordsWithPausesAddUpToAnUtterance() {
        turns.speaks(150).isQuiet(400).speaks(150).isQuiet(1000);

        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void aLongUtteranceIsCutAtAPauseAndElseAtTwentyFiveSeconds() {
        turns.speaks(21_000).isQuiet(300).speaks(26_000).isQuiet(1000);

        assertEquals(List.of(new BeginUtterance(0), new CutPiece(true), new SoftEnd(21_000), new SpeechResumed(false),
                new CutPiece(false), new SoftEnd(47_300), new EndTurn(47_300), new ReplyMaySound()),
                turns.takenSilently());
    }

    @Test
    void theReplySoundsAndThenItIsTheUsersTurn() {
        thinking();
        turns.on(new TurnEvent.PartnerSounds()).isQuiet(3000).on(new TurnEvent.PartnerFinished());

        assertEquals(List.of(new Show(TurnState.SPEAKING), new Arm(), new Show(TurnState.LISTENING)), turns.taken());
    }

    @Test
    void whereBreakingInIsOffThePartnerIsNotStopped() {
        ScriptedTurns polite = ScriptedTurns.listening(TurnValues.adaptive(1000, 0).withBargeIn(false));
        polite.speaks(1000).isQuiet(1000).on(new TurnEvent.PartnerSounds()).speaks(3000);

        assertEquals(TurnState.SPEAKING, polite.state());
    }

    @Test
    void whereBreakingInIsOffTheUserStillGoesOnBeforeAnythingSounds() {
        ScriptedTurns polite = ScriptedTurns.listening(TurnValues.adaptive(1000, 0).withBargeIn(false));
        polite.speaks(1000).isQuiet(1000).taken();
        polite.speaks(500);

        assertEquals(List.of(new ReplyMustWait(), new ReopenTurn(), new BeginUtterance(2000)), polite.takenSilently());
    }

    @Test
    void whoGoesOnWhileThePartnerThinksReopensTheTurn() {
        thinking();
        long from = turns.now();
        turns.speaks(500).isQuiet(1000);

        assertEquals(List.of(new ReplyMustWait(), new ReopenTurn(), new BeginUtterance(from), new SoftEnd(from + 500),
                new EndTurn(from + 500), new ReplyMaySound()),
                turns.takenSilently());
        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void aCoughWhileThePartnerThinksGivesTheTurnBackAsItWas() {
        ScriptedTurns strict = ScriptedTurns
                .listening(new TurnValues(250, 1000, 400, 500, 20_000, 25_000, BargeInValues.inSteps(), 0, 3,
                        EndingValues.defaults()));
        strict.speaks(1000).isQuiet(1000).taken();
        strict.speaks(300).isQuiet(1000);

        assertEquals(List.of(new ReplyMustWait(), new ReopenTurn(), new BeginUtterance(2000), new DropUtterance(),
                new ReplyMaySound()),
                strict.takenSilently());
        assertEquals(TurnState.THINKING, strict.state());
    }

    @Test
    void doneEndsTheUtteranceAndTheTailOfTheSameSpeechDoesNotBeginATurn() {
        turns.speaks(1000).on(new TurnEvent.Done());
        assertEquals(List.of(new BeginUtterance(0), new EndTurn(1000), new ReplyMaySound()), turns.takenSilently());
        turns.speaks(400);
        assertEquals(TurnState.THINKING, turns.state());
        turns.on(new TurnEvent.PartnerSounds()).speaks(400);
        assertEquals(TurnState.SPEAKING, turns.state());

        turns.isQuiet(300).speaks(700);
        assertEquals(TurnState.HEARING, turns.state(), "a new speech breaks in");
    }

    @Test
    void doneWithNothingSaidGoesOnListening() {
        turns.speaks(100).on(new TurnEvent.Done());

        assertEquals(List.of(new BeginUtterance(0), new DropUtterance(), new Arm()), turns.takenSilently());
    }

    @Test
    void doneCountsOnlyWhileTheUserSpeaks() {
        turns.on(new TurnEvent.Done());
        assertEquals(TurnState.LISTENING, turns.state());
        thinking();
        turns.on(new TurnEvent.Done());
        assertEquals(TurnState.THINKING, turns.state());
        turns.on(new TurnEvent.PartnerSounds()).on(new TurnEvent.Done());
        assertEquals(TurnState.SPEAKING, turns.state());
    }

    @Test
    void stopSilencesThePartnerAndListens() {
        speaking();
        turns.on(new TurnEvent.Stop());
        assertEquals(List.of(new InterruptPartner(), new Arm()), turns.takenSilently());
        thinking();
        turns.on(new TurnEvent.Stop());
        assertEquals(List.of(new InterruptPartner(), new Arm()), turns.takenSilently());
        turns.on(new TurnEvent.Stop());
        assertEquals(List.of(), turns.taken());
    }

    @Test
    void whileTheKeyIsHeldEverythingIsOneUtteranceHoweverQuiet() {
        turns.on(new TurnEvent.HoldToTalk(true)).isQuiet(5000).speaks(1000).isQuiet(5000);
        assertEquals(List.of(new BeginUtterance(0)), turns.takenSilently());
        turns.on(new TurnEvent.HoldToTalk(false));

        assertEquals(List.of(new EndTurn(11_000), new ReplyMaySound()), turns.takenSilently());
        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void theKeyTakesOverAnUtteranceThatIsGoingOn() {
        turns.speaks(500).on(new TurnEvent.HoldToTalk(true)).isQuiet(3000).on(new TurnEvent.HoldToTalk(false));

        assertEquals(List.of(new BeginUtterance(0), new EndTurn(3500), new ReplyMaySound()), turns.takenSilently());
    }

    @Test
    void theKeyReopensATurnThatIsThoughtAbout() {
        thinking();
        turns.on(new TurnEvent.HoldToTalk(true));

        assertEquals(List.of(new ReopenTurn(), new BeginUtterance(turns.now())), turns.takenSilently());
    }

    @Test
    void theKeySilencesThePartner() {
        speaking();
        turns.on(new TurnEvent.HoldToTalk(true));

        assertEquals(List.of(new InterruptPartner(), new BeginUtterance(turns.now())), turns.takenSilently());
    }

    @Test
    void theKeyEndsAPause() {
        turns.on(new TurnEvent.Pause(true)).on(new TurnEvent.HoldToTalk(true));

        assertEquals(TurnState.HEARING, turns.state());
        turns.isQuiet(500).on(new TurnEvent.HoldToTalk(false));
        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void releasingAKeyThatWasNotPressedDoesNothing() {
        turns.on(new TurnEvent.HoldToTalk(false)).speaks(500).on(new TurnEvent.HoldToTalk(false));

        assertEquals(TurnState.HEARING, turns.state());
    }

    @Test
    void aKeyThatRepeatsIsPressedOnce() {
        turns.on(new TurnEvent.HoldToTalk(true)).isQuiet(100).on(new TurnEvent.HoldToTalk(true)).isQuiet(100)
                .on(new TurnEvent.HoldToTalk(false));

        assertEquals(List.of(new BeginUtterance(0), new EndTurn(200), new ReplyMaySound()), turns.takenSilently());
    }

    @Test
    void typingTakesWhatWasSaidSoFarAndThinks() {
        turns.speaks(1000).on(new TurnEvent.Typed());
        assertEquals(List.of(new BeginUtterance(0), new EndTurn(1000), new ReplyMaySound()), turns.takenSilently());
        assertEquals(TurnState.THINKING, turns.state());
        turns.speaks(400);
        assertEquals(TurnState.THINKING, turns.state(), "the tail of the speech is dealt with");
    }

    @Test
    void typingDropsASoundTooShort() {
        turns.speaks(100).on(new TurnEvent.Typed());

        assertEquals(List.of(new BeginUtterance(0), new DropUtterance(), new ReplyMaySound()), turns.takenSilently());
        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void typingWorksInEveryOtherState() {
        turns.on(new TurnEvent.Typed());
        assertEquals(List.of(new Show(TurnState.THINKING), new ReplyMaySound()), turns.taken());
        turns.on(new TurnEvent.Typed());
        assertEquals(List.of(new ReopenTurn(), new ReplyMaySound()), turns.taken());
        turns.on(new TurnEvent.PartnerSounds()).on(new TurnEvent.Typed());
        assertEquals(List.of(new Show(TurnState.SPEAKING), new InterruptPartner(), new Show(TurnState.THINKING),
                new ReplyMaySound()), turns.taken());
        turns.on(new TurnEvent.PartnerFinished()).on(new TurnEvent.Pause(true)).taken();
        turns.on(new TurnEvent.Typed());
        assertEquals(List.of(new Show(TurnState.THINKING), new ReplyMaySound()), turns.taken());
    }

    @Test
    void aPauseWhileListeningHearsNothing() {
        turns.on(new TurnEvent.Pause(true)).speaks(2000).isQuiet(2000);
        assertEquals(List.of(new Show(TurnState.PAUSED)), turns.taken());
        turns.speaks(500).on(new TurnEvent.Pause(false)).speaks(500);

        assertEquals(List.of(new Arm()), turns.takenSilently());
        turns.isQuiet(300).speaks(300);
        assertEquals(TurnState.HEARING, turns.state());
    }

    @Test
    void aPauseInMidUtteranceKeepsWhatWasSaid() {
        turns.speaks(1000).on(new TurnEvent.Pause(true));

        assertEquals(List.of(new BeginUtterance(0), new CutPiece(true), new DropUtterance()), turns.takenSilently());
        turns.on(new TurnEvent.Pause(false));
        assertEquals(TurnState.LISTENING, turns.state());
    }

    @Test
    void aPauseWhileThePartnerSpeaksSilencesIt() {
        speaking();
        turns.on(new TurnEvent.Pause(true)).on(new TurnEvent.Pause(false));

        assertEquals(List.of(new InterruptPartner(), new Arm()), turns.takenSilently());
    }

    @Test
    void aPauseWhileThePartnerThinksPutsTheAnswerOff() {
        thinking();
        turns.on(new TurnEvent.Pause(true)).isQuiet(5000).on(new TurnEvent.Pause(false));

        assertEquals(List.of(new ReopenTurn(), new Show(TurnState.PAUSED), new Show(TurnState.THINKING),
                new ReplyMaySound()), turns.taken());
    }

    @Test
    void resumingWithoutAPauseDoesNothing() {
        speaking();
        turns.on(new TurnEvent.Pause(false));

        assertEquals(TurnState.SPEAKING, turns.state());
    }

    @Test
    void afterThreeGentlePromptsTheConversationPausesAndAVoiceWakesIt() {
        ScriptedTurns silent = ScriptedTurns.listening(TurnValues.adaptive(1000, 8000));
        for (int prompt = 0; prompt < 3; prompt++) {
            silent.isQuiet(7990);
            assertEquals(TurnState.LISTENING, silent.state());
            silent.isQuiet(10);
            assertEquals(List.of(new PromptGently(), new Show(TurnState.THINKING), new ReplyMaySound()),
                    silent.taken());
            silent.on(new TurnEvent.PartnerSounds()).isQuiet(2000).on(new TurnEvent.PartnerFinished()).taken();
        }
        silent.isQuiet(8000);
        assertEquals(List.of(new Show(TurnState.PAUSED)), silent.taken());
        silent.isQuiet(60_000);
        assertEquals(TurnState.PAUSED, silent.state());
        silent.speaks(1000);

        assertEquals(TurnState.HEARING, silent.state());
    }

    @Test
    void aCoughDoesNotBeginTheGentlePromptsAnew() {
        ScriptedTurns silent = ScriptedTurns.listening(TurnValues.adaptive(1000, 8000));
        for (int prompt = 0; prompt < 3; prompt++) {
            silent.isQuiet(3000).speaks(100).isQuiet(9100);
            assertTrue(silent.taken().contains(new PromptGently()), "prompt " + prompt);
            silent.on(new TurnEvent.PartnerSounds()).on(new TurnEvent.PartnerFinished());
        }
        silent.isQuiet(3000).speaks(100).isQuiet(9100);

        assertEquals(TurnState.PAUSED, silent.state());
    }

    @Test
    void whoHasAnsweredIsPromptedAnew() {
        ScriptedTurns silent = ScriptedTurns.listening(TurnValues.adaptive(1000, 8000));
        for (int turn = 0; turn < 5; turn++) {
            silent.isQuiet(8000);
            assertTrue(silent.taken().contains(new PromptGently()));
            silent.on(new TurnEvent.PartnerFinished()).speaks(1000).isQuiet(1000).on(new TurnEvent.PartnerFinished());
        }
        assertEquals(TurnState.LISTENING, silent.state());
    }

    @Test
    void aTurnThatFailedIsTheUsersAgain() {
        thinking();
        turns.on(new TurnEvent.TurnFailed());

        assertEquals(List.of(new Arm(), new Show(TurnState.LISTENING)), turns.taken());
        turns.speaks(500).on(new TurnEvent.TurnFailed());
        assertEquals(TurnState.HEARING, turns.state(), "a late failure does not take the floor from the user");
    }

    @Test
    void thePartnerBegins() {
        ScriptedTurns fresh = new ScriptedTurns(TurnValues.adaptive(1000, 0)).speaks(1000);
        assertEquals(TurnState.PAUSED, fresh.state(), "before the start nothing is heard");
        fresh.on(new TurnEvent.PartnerBegins()).on(new TurnEvent.PartnerSounds());

        assertEquals(List.of(new Show(TurnState.THINKING), new ReplyMaySound(), new Show(TurnState.SPEAKING)),
                fresh.taken());
    }

    @Test
    void thePartnerDoesNotBeginWhileTheUserSpeaks() {
        turns.speaks(500).on(new TurnEvent.PartnerBegins()).on(new TurnEvent.PartnerSounds());

        assertEquals(TurnState.HEARING, turns.state());
    }

    @Test
    void theEchoOfThePartnersLastWordsIsNotTheUsersTurn() {
        speaking();
        turns.speaks(90).on(new TurnEvent.PartnerFinished()).speaks(130).isQuiet(1500);

        assertEquals(List.of(new Duck(14), new Arm()), turns.takenSilently());
        assertEquals(TurnState.LISTENING, turns.state());
    }

    @Test
    void whoBeginsOverThePartnersLastWordsIsHeardFromTheBeginning() {
        speaking();
        long began = turns.now();
        turns.speaks(90).on(new TurnEvent.PartnerFinished()).speaks(400).isQuiet(1000);

        assertEquals(List.of(new Duck(14), new Arm(), new BeginUtterance(began), new SoftEnd(began + 490),
                new EndTurn(began + 490), new ReplyMaySound()), turns.takenSilently());
    }

    @Test
    void withHeadphonesWhoBeginsOverThePartnersLastWordsIsHeardAtOnce() {
        speaking();
        turns.wearsHeadphones().speaks(90).on(new TurnEvent.PartnerFinished()).speaks(10);

        assertEquals(TurnState.HEARING, turns.state());
    }

    private void thinking() {
        turns.isQuiet(300).speaks(1000).isQuiet(1000);
        assertEquals(TurnState.THINKING, turns.state());
        turns.taken();
    }

    private void speaking() {
        thinking();
        turns.on(new TurnEvent.PartnerSounds()).isQuiet(500);
        assertEquals(TurnState.SPEAKING, turns.state());
        turns.taken();
    }
}
