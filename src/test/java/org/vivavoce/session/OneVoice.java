package org.vivavoce.session;

import org.vivavoce.turn.BargeInValues;
import org.vivavoce.turn.TurnState;

/** The partner sounds in its own turn only, and not over a user who has been speaking for longer than it takes to be sure of that. */
final class OneVoice {

    /** The detector's own time, and what a sound right before takes from it. */
    private static final long DETECTION_MS = 200;
    /** So long after the last sound of the user the partner is as loud as ever: the detector's hangover, and what is left of it. */
    private static final long LOUD_AGAIN_MS = 1000;

    private final Invariants.Scene scene;
    private long softenedFor; // the last moment at which there was a reason to be soft
    private boolean soft;
    private long soundsSince;

    OneVoice(Invariants.Scene scene) {
        this.scene = scene;
    }

    void check(TurnState state) {
        long now = scene.time().millis();
        var user = scene.user().sounding(now - 1);
        boolean softens = scene.voice().softerDb() > 0;
        softenedFor = user.isPresent() || (softens && !soft) ? now : softenedFor;
        soft = softens;
        if (!scene.voice().sounds()) {
            soundsSince = now;
            return;
        }
        if (state != TurnState.THINKING && state != TurnState.SPEAKING) {
            throw new AssertionError("the partner sounds, and it is not its turn");
        }
        if (user.filter(stretch -> stretch.isVoiced() && !stretch.isHindered()
                && now - stretch.from() > mostOverUserMs(stretch.from())).isPresent()) {
            throw new AssertionError("the partner sounds over a user who speaks since " + user.get().from());
        }
        if (soft && now - softenedFor > LOUD_AGAIN_MS) {
            throw new AssertionError("the partner is left soft");
        }
        if (scene.voice().asideSounds()) {
            return; // said before all is understood
        }
        boolean answers = scene.services().lastReply().filter(SimulatedReply::answersUser).isPresent();
        if (answers && scene.services().recogniser().open().stream().anyMatch(sent -> sent.piece() > 0)) {
            throw new AssertionError("a reply sounds while a piece of what it answers is still being transcribed");
        }
    }

    /** Where the user begins together with the partner, the partner's echo is not known apart as fast. */
    private long mostOverUserMs(long from) {
        BargeInValues values = scene.values().bargeIn();
        boolean early = from - soundsSince < values.earlyMs();
        return DETECTION_MS + (early ? values.decideMs() : values.pauseMs());
    }
}
