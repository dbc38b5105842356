package org.vivavoce.turn;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Events in every order, 20,000 a run: what must hold in all of them. */
class TurnMachineRandomRunTest {

    private static final int EVENTS = 20_000;
    private static final List<TurnReading> READINGS = List.of(TurnReading.values());

    private TurnState shown = TurnState.PAUSED;
    private boolean utteranceOpen;
    private boolean softEnded;
    private boolean replying;
    private boolean maySound;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void whateverHappensUtterancesAreWholeAndNoStateIsAnEnd(long seed) {
        Random random = new Random(seed);
        TurnValues values = TurnValues.adaptive(500, seed % 2 == 0 ? 3000 : 0).withBargeIn(seed % 3 != 0);
        ScriptedTurns turns = new ScriptedTurns(values);
        for (int i = 0; i < EVENTS; i++) {
            TurnEvent event = something(random, turns);
            if (event != null) {
                turns.on(event);
            }
            check(turns.taken(), turns);
            if (i % 500 == 499) {
                leadToListening(turns);
            }
        }
    }

    /** Time passes, or a key, or something of the partner's. */
    private static @Nullable TurnEvent something(Random random, ScriptedTurns turns) {
        switch (random.nextInt(18)) {
            case 0, 1, 2, 3 -> turns.speaks(10 * (1 + random.nextInt(80)));
            case 4, 5, 6, 7 -> turns.isQuiet(10 * (1 + random.nextInt(120)));
            case 8 -> {
                return new TurnEvent.PartnerBegins();
            }
            case 9 -> {
                return new TurnEvent.PartnerSounds();
            }
            case 10 -> {
                return random.nextBoolean() ? new TurnEvent.PartnerFinished() : new TurnEvent.TurnFailed();
            }
            case 11 -> {
                return new TurnEvent.Typed();
            }
            case 12 -> {
                return new TurnEvent.Done();
            }
            case 13 -> {
                return new TurnEvent.Stop();
            }
            case 15, 16 -> {
                return new TurnEvent.Understood(READINGS.get(random.nextInt(READINGS.size())));
            }
            case 14 -> {
                return new TurnEvent.HoldToTalk(random.nextBoolean());
            }
            default -> {
                return new TurnEvent.Pause(random.nextInt(3) == 0);
            }
        }
        return null;
    }

    private void check(List<TurnAction> actions, ScriptedTurns turns) {
        TurnState state = turns.state();
        for (TurnAction action : actions) {
            switch (action) {
                case TurnAction.Show(TurnState next) -> {
                    assertNotEquals(shown, next, "shown twice");
                    shown = next;
                }
                case TurnAction.BeginUtterance(long startedAt) -> {
                    assertFalse(utteranceOpen, "an utterance within an utterance");
                    assertTrue(startedAt >= 0);
                    utteranceOpen = true;
                    softEnded = false;
                }
                case TurnAction.EndTurn end -> {
                    assertTrue(utteranceOpen, "an end without a beginning: " + end);
                    utteranceOpen = false;
                }
                case TurnAction.DropUtterance() -> {
                    assertTrue(utteranceOpen, "nothing to drop");
                    utteranceOpen = false;
                }
                case TurnAction.CutPiece cut -> assertTrue(utteranceOpen, "nothing to cut");
                case TurnAction.SoftEnd(long lastVoiceAt) -> {
                    assertTrue(utteranceOpen);
                    assertFalse(softEnded, "ended softly twice");
                    softEnded = true;
                    replying = false;
                }
                case TurnAction.MayReply() -> {
                    assertTrue(softEnded, "a reply to a turn that goes on");
                    assertFalse(replying, "two replies to one turn");
                    replying = true;
                }
                case TurnAction.SpeechResumed resumed -> {
                    assertTrue(utteranceOpen);
                    assertTrue(softEnded, "resumed without an end");
                    softEnded = false;
                }
                case TurnAction.ReplyMaySound() -> {
                    assertNotEquals(TurnState.HEARING, shown, "the reply sounds into the user's speech");
                    maySound = true;
                }
                case TurnAction.ReplyMustWait() -> {
                    assertEquals(TurnState.THINKING, shown);
                    maySound = false;
                }
                case TurnAction.ReopenTurn() ->
                    assertTrue(shown == TurnState.THINKING || softEnded || !utteranceOpen, "reopened out of turn");
                case TurnAction.InterruptPartner() ->
                    assertTrue(shown == TurnState.SPEAKING || shown == TurnState.THINKING, "nobody to interrupt");
                case TurnAction.Arm() -> {
                }
                case TurnAction.PromptGently() -> assertEquals(TurnState.LISTENING, shown, "prompted out of turn");
            }
        }
        softEnded &= utteranceOpen;
        if (state == TurnState.HEARING) {
            maySound = false;
            assertFalse(turns.mayReplySound(), "the reply sounds into the user's speech");
        } else if (state == TurnState.THINKING) {
            assertEquals(maySound, turns.mayReplySound(), "who plays the reply knows whether it may sound");
        }
        assertEquals(state, shown, "the screen shows where it stands");
        assertEquals(state == TurnState.HEARING, utteranceOpen, "recording while hearing and only then");
    }

    /** From every state one key, or the partner's end, leads to listening. */
    private void leadToListening(ScriptedTurns turns) {
        switch (turns.state()) {
            case LISTENING -> {
            }
            case HEARING -> {
                turns.on(new TurnEvent.Done());
                if (turns.state() == TurnState.THINKING) {
                    turns.on(new TurnEvent.PartnerFinished());
                }
            }
            case THINKING -> turns.on(new TurnEvent.TurnFailed());
            case SPEAKING -> turns.on(new TurnEvent.Stop());
            case PAUSED -> {
                turns.on(new TurnEvent.Pause(false));
                if (turns.state() == TurnState.THINKING) { // the answer that the pause put off
                    turns.on(new TurnEvent.PartnerFinished());
                }
            }
        }
        check(turns.taken(), turns);
        assertEquals(TurnState.LISTENING, turns.state());
    }
}
