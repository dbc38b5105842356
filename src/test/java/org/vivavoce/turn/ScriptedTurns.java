package org.vivavoce.turn;

import java.util.ArrayList;
import java.util.List;

/**
 * A turn machine on a virtual clock, fed with the activity of a perfect detector: speech is known 60 ms after it began, and over 200 ms
 * after it ended.
 */
final class ScriptedTurns {

    private static final int STEP_MS = 10;
    private static final int KNOWN_AFTER_MS = 60;
    private static final int HANGOVER_MS = 200;

    private final TurnMachine machine;
    private final List<TurnAction> actions = new ArrayList<>();
    private long now;
    private long startedAt = -1;
    private long lastVoiceAt;
    private long loudMs;
    private boolean mayBeEcho = true;

    ScriptedTurns(TurnValues values) {
        machine = new TurnMachine(values);
    }

    /** A conversation that has begun with the user's turn. */
    static ScriptedTurns listening(TurnValues values) {
        ScriptedTurns turns = new ScriptedTurns(values).on(new TurnEvent.Pause(false));
        turns.taken();
        return turns;
    }

    ScriptedTurns on(TurnEvent event) {
        actions.addAll(machine.on(event, now));
        return this;
    }

    /** The microphone is known not to hear the loudspeaker. */
    ScriptedTurns wearsHeadphones() {
        mayBeEcho = false;
        return this;
    }

    ScriptedTurns speaks(int ms) {
        for (int at = 0; at < ms; at += STEP_MS) {
            if (startedAt < 0) {
                startedAt = now;
                loudMs = 0;
            }
            now += STEP_MS;
            lastVoiceAt = now;
            loudMs += STEP_MS;
            on(new TurnEvent.Sound(
                    new VoiceActivity(now - startedAt >= KNOWN_AFTER_MS, startedAt, lastVoiceAt, loudMs, mayBeEcho)));
        }
        return this;
    }

    ScriptedTurns isQuiet(int ms) {
        for (int at = 0; at < ms; at += STEP_MS) {
            now += STEP_MS;
            boolean speaking = startedAt >= 0 && now - lastVoiceAt < HANGOVER_MS;
            on(new TurnEvent.Sound(
                    new VoiceActivity(speaking, Math.max(0, startedAt), lastVoiceAt, loudMs, mayBeEcho)));
            if (!speaking) {
                startedAt = -1;
            }
        }
        return this;
    }

    int holdMs() {
        return machine.holdMs();
    }

    boolean mayReplySound() {
        return machine.mayReplySound();
    }

    TurnState state() {
        return machine.state();
    }

    long now() {
        return now;
    }

    /** What was decided since the last call. */
    List<TurnAction> taken() {
        List<TurnAction> taken = List.copyOf(actions);
        actions.clear();
        return taken;
    }

    /** The same without what the screen shows. */
    List<TurnAction> takenSilently() {
        return taken().stream().filter(action -> !(action instanceof TurnAction.Show)).toList();
    }
}
