package org.vivavoce.turn;

import java.util.List;

/**
 * Takes the user's speech over the partner step by step: the partner grows softer, then silent; long speech is an interruption, and so
 * is a short one with words in it; a cough or an "mm-hm" is not, and the partner goes on. Used by the turn machine while the partner
 * speaks.
 */
final class BargeInSteps {

    private enum Phase {
        /** The partner speaks, and nobody else. */
        PLAYING,
        /** There is a sound: the partner speaks more softly. */
        DUCKED,
        /** The user speaks: the partner is silent. */
        PAUSED,
        /** The user is quiet again; what was said is not known yet. */
        UNDECIDED
    }

    private static final long NONE = -1;

    private final BargeInValues values;
    private final List<TurnAction> actions;
    private Phase phase = Phase.PLAYING;
    private long partnerSoundsSince;
    private long beganAt = NONE; // the first speech of this pause that nobody has understood yet
    private long speakingSince; // the last stretch of it
    private long quietSince;
    private long askedFor = NONE; // what was overheard and is not known yet, by its beginning

    BargeInSteps(BargeInValues values, List<TurnAction> actions) {
        this.values = values;
        this.actions = actions;
    }

    /** A reply begins to sound. */
    void partnerSounds(long now) {
        over();
        partnerSoundsSince = now;
    }

    /** The partner's turn is over, or was cut off. */
    void over() {
        phase = Phase.PLAYING;
        beganAt = NONE;
        askedFor = NONE;
    }

    /**
     * Takes what is heard now.
     *
     * @param isNew whether it is speech that no earlier decision has dealt with
     * @return whether it is an interruption; it begins at {@link #beganAt}
     */
    boolean isInterruptedBy(VoiceActivity heard, boolean isNew, long now) {
        if (!values.allowed()) {
            return false;
        }
        if (isNew && lasts(heard, values.decideMs(), now)) {
            beganAt = beganAt == NONE ? heard.startedAt() : beganAt;
            return true;
        }
        switch (phase) {
            case PLAYING -> {
                if (isNew && lasts(heard, values.duckMs() + extra(heard), now)) {
                    phase = Phase.DUCKED;
                    actions.add(new TurnAction.Duck(values.duckDb()));
                }
            }
            case DUCKED -> {
                if (isNew && lasts(heard, values.pauseMs() + extra(heard), now)) {
                    actions.add(new TurnAction.PausePartner());
                    userSpeaks(heard);
                } else if (!heard.speaking()) {
                    release();
                }
            }
            case PAUSED -> {
                if (!heard.speaking()) {
                    phase = Phase.UNDECIDED;
                    quietSince = heard.lastVoiceAt();
                    askedFor = beganAt;
                    actions.add(new TurnAction.Overhear(beganAt, quietSince));
                }
            }
            case UNDECIDED -> waitOrGoOn(heard, isNew, now);
        }
        return false;
    }

    private void waitOrGoOn(VoiceActivity heard, boolean isNew, long now) {
        if (isNew && lasts(heard, values.continuationMs(), now)) {
            userSpeaks(heard);
            return;
        }
        long quiet = now - quietSince;
        boolean known = askedFor == NONE && quiet >= values.resumeAtLeastMs();
        if (!heard.speaking() && (known || quiet >= values.resumeAtMostMs())) {
            release();
        }
    }

    private void userSpeaks(VoiceActivity heard) {
        phase = Phase.PAUSED;
        speakingSince = heard.startedAt();
        beganAt = beganAt == NONE ? speakingSince : beganAt;
    }

    /** It is known that there were no words, or that it will never be known. */
    void nothingWasSaid(long startedAt) {
        if (startedAt == askedFor) {
            askedFor = NONE;
            beganAt = phase == Phase.PAUSED ? speakingSince : NONE;
        }
    }

    /** The partner speaks as before, without waiting any longer. */
    void release() {
        switch (phase) {
            case PLAYING -> {
            }
            case DUCKED -> actions.add(new TurnAction.Unduck());
            case PAUSED, UNDECIDED -> actions.add(new TurnAction.ResumePartner());
        }
        over();
    }

    /** Whether the user is in the middle of saying something that may be an interruption; it began at {@link #beganAt}. */
    boolean isUserSpeaking() {
        return phase == Phase.PAUSED;
    }

    /** When the interruption began, or what may become one; what of it was known to be nothing is left out. */
    long beganAt() {
        return beganAt;
    }

    /** At a reply's beginning the echo canceller still adapts; speech that was there before it sounded is no echo. */
    private int extra(VoiceActivity heard) {
        long into = heard.startedAt() - partnerSoundsSince;
        return heard.mayBeEcho() && into >= 0 && into < values.earlyMs() ? values.earlyExtraMs() : 0;
    }

    /** Whether there is so much speech in one stretch, dense enough, up to now. */
    private boolean lasts(VoiceActivity heard, int neededMs, long now) {
        return heard.lasts(neededMs, values.share(), now);
    }
}
