package org.vivavoce.turn;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.turn.TurnAction.Arm;
import org.vivavoce.turn.TurnAction.InterruptPartner;
import org.vivavoce.turn.TurnAction.PromptGently;
import org.vivavoce.turn.TurnAction.ReopenTurn;
import org.vivavoce.turn.TurnAction.Show;

/**
 * Decides whose turn it is: events with their times in, actions out. Holds no thread, no clock and no sound. Called by the
 * {@code session} thread only.
 */
public final class TurnMachine {

    private static final long NOT_WAITING = -1;

    private final TurnValues values;
    private final List<TurnAction> actions = new ArrayList<>();
    private final BargeInSteps bargeIn;
    private final UtteranceProgress utterance;
    private final ReplyGate gate;
    private final PauseLearner pauses;
    private final LongSilence silence;
    private TurnState state = TurnState.PAUSED;
    private VoiceActivity activity = VoiceActivity.NONE;
    private long ignoreSpeechBegunBefore;
    private long partnerEndedAt;
    private boolean pausedByUser = true; // until the conversation starts
    private boolean reopened; // the user's turn had ended, but the user seems to go on
    private long turnVoiceAt; // when the user was last heard in the turn that has ended
    private long patientUntil = NOT_WAITING;
    private long asideUntil;

    public TurnMachine(TurnValues values) {
        this.values = values;
        this.bargeIn = new BargeInSteps(values.bargeIn(), actions);
        this.gate = new ReplyGate(actions);
        this.pauses = new PauseLearner(values.holdMs(), values.ending().leastHoldMs(), values.ending().mostHoldMs());
        this.silence = new LongSilence(values.silencePromptMs(), values.silencePrompts());
        this.utterance = new UtteranceProgress(values, pauses, actions);
    }

    /** Where the conversation stands. */
    public TurnState state() {
        return state;
    }

    /** Whether the hold is another one than at the start. */
    public boolean hasLearned() {
        return pauses.holdMs() != values.holdMs();
    }

    /** The hold as it was learned up to now, milliseconds. */
    public int holdMs() {
        return pauses.holdMs();
    }

    /** Whether a reply that is begun now may sound at once; else {@link ReplyMaySound} comes. */
    public boolean mayReplySound() {
        return gate.isOpen();
    }

    /**
     * Takes an event.
     *
     * @param atMillis when it happened, since the session's start; never less than before
     * @return what is to be done, in this order
     */
    public List<TurnAction> on(TurnEvent event, long atMillis) {
        actions.clear();
        switch (event) {
            case TurnEvent.Sound(VoiceActivity heard) -> sound(heard, atMillis);
            case TurnEvent.Understood(TurnReading reading) -> understood(reading, atMillis);
            case TurnEvent.PartnerBegins() -> partnerBegins();
            case TurnEvent.PartnerSounds() -> partnerSounds(atMillis);
            case TurnEvent.PartnerSoundsAside(long untilMillis) -> asideUntil = untilMillis;
            case TurnEvent.PartnerFinished() ->
                usersTurn(atMillis, state == TurnState.SPEAKING || state == TurnState.THINKING);
            case TurnEvent.TurnFailed() ->
                usersTurn(atMillis, state == TurnState.SPEAKING || state == TurnState.THINKING);
            case TurnEvent.Typed() -> typed(atMillis);
            case TurnEvent.Done() -> done(atMillis);
            case TurnEvent.TimeGiven(boolean given) -> silence.isGiven(given, atMillis);
            case TurnEvent.Stop() -> stop(atMillis);
            case TurnEvent.HoldToTalk(boolean pressed) -> holdToTalk(pressed, atMillis);
            case TurnEvent.Pause(boolean paused) -> pause(paused, atMillis);
            case TurnEvent.Overheard overheard -> overheard(overheard);
        }
        return List.copyOf(actions);
    }

    private void sound(VoiceActivity heard, long now) {
        activity = heard;
        switch (state) {
            case LISTENING -> {
                if (isNewSpeech() && !maybeEchoOfTheEnd()) {
                    hear(heard.startedAt(), false);
                } else if (patientUntil != NOT_WAITING) {
                    waitPatiently(now);
                } else {
                    promptAfterLongSilence(now);
                }
            }
            case HEARING -> {
                UtteranceProgress.Outcome outcome = utterance.on(heard, now);
                if (outcome == UtteranceProgress.Outcome.ENDED) {
                    turnEnded(now);
                } else if (outcome == UtteranceProgress.Outcome.DROPPED) {
                    nothingWasSaid(now);
                }
            }
            case THINKING -> { // whether breaking in is allowed or not: where nothing sounds, there is no echo
                BargeInValues speech = values.bargeIn();
                int enoughMs = now < asideUntil ? speech.pauseMs() + speech.earlyExtraMs() : speech.continuationMs();
                if (isNewSpeech() && heard.lasts(enoughMs, speech.share(), now)) {
                    pauses.wentOnAfter(heard.startedAt() - turnVoiceAt);
                    leavePartnersTurn();
                    hear(heard.startedAt(), false);
                } else {
                    gate.tick(isNewSpeech(), now);
                }
            }
            case SPEAKING -> {
                if (bargeIn.isInterruptedBy(heard, isNewSpeech(), now)) {
                    breakIn();
                }
            }
            case PAUSED -> {
                if (!pausedByUser && isNewSpeech()) {
                    hear(heard.startedAt(), false);
                }
            }
        }
    }

    /** Speech that an earlier decision has dealt with (it ended a turn, or a key cut it) does not begin another one. */
    private boolean isNewSpeech() {
        return activity.speaking() && activity.startedAt() >= ignoreSpeechBegunBefore;
    }

    /**
     * What began over the partner's last words may be their echo, and is heard once it would be an utterance: so little more would be
     * dropped anyway.
     */
    private boolean maybeEchoOfTheEnd() {
        return activity.mayBeEcho() && activity.startedAt() < partnerEndedAt
                && activity.loudMs() < values.leastUtteranceMs();
    }

    private void hear(long startedAt, boolean heldByKey) {
        gate.close();
        utterance.begin(startedAt, heldByKey);
        show(TurnState.HEARING);
    }

    private void breakIn() {
        long beganAt = bargeIn.beganAt();
        leavePartnersTurn();
        hear(beganAt, false);
    }

    /** What the user is in the middle of saying over the partner is not lost when a key is pressed. */
    private void breakInWhereTheUserSpeaks(long now) {
        if (state == TurnState.SPEAKING && bargeIn.isUserSpeaking()) {
            breakIn();
            utterance.beginsWithWords(activity.lastVoiceAt()); // it was enough to silence the partner
            utterance.on(activity, now);
        }
    }

    private void overheard(TurnEvent.Overheard overheard) {
        if (overheard.found() != TurnEvent.Found.WORDS) {
            bargeIn.nothingWasSaid(overheard.startedAt());
        } else if (state != TurnState.HEARING && !(state == TurnState.PAUSED && pausedByUser)) {
            leavePartnersTurn();
            hear(overheard.startedAt(), false);
            utterance.beginsWithWords(overheard.lastVoiceAt());
        }
    }

    private void turnEnded(long now) {
        turnVoiceAt = Math.min(now, activity.lastVoiceAt());
        silence.isBroken();
        think();
    }

    /** The reply is waited for, and may sound as soon as it is there. */
    private void think() {
        reopened = false;
        patientUntil = NOT_WAITING;
        show(TurnState.THINKING);
        gate.open();
    }

    /** The words come before the turn has ended, or after: then the reply waits, or the user has the floor again. */
    private void understood(TurnReading reading, long now) {
        if (state == TurnState.HEARING) {
            utterance.understood(reading, now);
        } else if (state == TurnState.THINKING && reading == TurnReading.UNFINISHED) {
            gate.closeUntil(turnVoiceAt + values.ending().unfinishedHoldMs());
        } else if (state == TurnState.THINKING && reading == TurnReading.WAITING) {
            leavePartnersTurn();
            patientUntil = turnVoiceAt + values.ending().patienceMs();
            show(TurnState.LISTENING);
        }
    }

    private void waitPatiently(long now) {
        if (now >= patientUntil) {
            think();
        }
    }

    /** A cough: the user's turn goes on, or, where it had ended before, it has ended as it was. */
    private void nothingWasSaid(long now) {
        if (reopened && now < patientUntil) {
            show(TurnState.LISTENING);
        } else if (reopened) {
            think();
        } else {
            arm(now);
        }
    }

    private void promptAfterLongSilence(long now) {
        switch (silence.at(now)) {
            case NOTHING -> {
            }
            case PAUSE -> show(TurnState.PAUSED);
            case PROMPT -> {
                actions.add(new PromptGently());
                think();
            }
        }
    }

    private void partnerBegins() {
        pausedByUser = false;
        if (state != TurnState.HEARING) {
            think();
        }
    }

    private void partnerSounds(long now) {
        if (state == TurnState.THINKING) {
            bargeIn.partnerSounds(now);
            show(TurnState.SPEAKING);
        }
    }

    private void usersTurn(long now, boolean partnerHadTheFloor) {
        if (partnerHadTheFloor) {
            partnerEndedAt = now;
            arm(now);
        }
    }

    private void arm(long now) {
        silence.begins(now);
        reopened = false;
        patientUntil = NOT_WAITING;
        bargeIn.over();
        actions.add(new Arm());
        show(TurnState.LISTENING);
    }

    private void typed(long now) {
        breakInWhereTheUserSpeaks(now);
        leavePartnersTurn();
        if (state == TurnState.HEARING) {
            boolean replying = utterance.isSoftEnded();
            utterance.finish(now); // what was said so far goes before what was typed
            if (replying) {
                actions.add(new ReopenTurn());
            }
        }
        ignoreSpeechBegunBefore = now;
        pausedByUser = false;
        turnEnded(now);
    }

    private void done(long now) {
        breakInWhereTheUserSpeaks(now);
        if (state == TurnState.SPEAKING) {
            bargeIn.release(); // where the microphone has gone, nothing else tells how it went on
        }
        if (state == TurnState.HEARING) {
            ignoreSpeechBegunBefore = now;
            if (utterance.finish(now)) {
                turnEnded(now);
            } else {
                nothingWasSaid(now);
            }
        } else if (state == TurnState.LISTENING && patientUntil != NOT_WAITING) {
            think();
        } else if (state == TurnState.THINKING) {
            gate.openAtOnce();
        }
    }

    private void stop(long now) {
        if (state == TurnState.SPEAKING || state == TurnState.THINKING) {
            actions.add(new InterruptPartner());
            arm(now);
        }
    }

    private void holdToTalk(boolean pressed, long now) {
        if (pressed) {
            breakInWhereTheUserSpeaks(now);
        }
        if (pressed && state == TurnState.HEARING) {
            utterance.hold();
        } else if (pressed) {
            leavePartnersTurn();
            pausedByUser = false;
            hear(now, true);
        } else if (state == TurnState.HEARING && utterance.isHeld()) {
            done(now);
        }
    }

    private void pause(boolean paused, long now) {
        if (paused) {
            breakInWhereTheUserSpeaks(now);
            leavePartnersTurn();
            if (state == TurnState.HEARING && utterance.setAside()) {
                reopened = false; // in the middle of saying something
            }
            pausedByUser = true;
            patientUntil = NOT_WAITING;
            show(TurnState.PAUSED);
        } else if (state == TurnState.PAUSED) {
            pausedByUser = false;
            silence.isBroken();
            ignoreSpeechBegunBefore = now;
            nothingWasSaid(now); // a turn whose reply the pause cut off gets it now
        }
    }

    private void leavePartnersTurn() {
        if (state == TurnState.SPEAKING) {
            actions.add(new InterruptPartner());
            bargeIn.over();
        } else if (state == TurnState.THINKING) {
            actions.add(new ReopenTurn());
            reopened = true;
        }
    }

    private void show(TurnState next) {
        if (state != next) {
            state = next;
            actions.add(new Show(next));
        }
    }
}
