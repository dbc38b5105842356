package org.vivavoce.session;

import org.vivavoce.turn.TurnAction;
import org.vivavoce.turn.TurnAction.Duck;
import org.vivavoce.turn.TurnAction.Overhear;
import org.vivavoce.turn.TurnAction.PausePartner;
import org.vivavoce.turn.TurnAction.ResumePartner;
import org.vivavoce.turn.TurnAction.Unduck;

/** Carries out what is decided about sounds over the partner, short of an interruption. Used by the {@code session} thread. */
final class OverPartner {

    private final PartnerVoice voice;
    private final PartnerSide partner;
    private final JustSpoken spoken;
    private final Overhearing overhearing;
    private final TraceLine trace;
    private HeardSentences pausedAt = HeardSentences.NOTHING;

    OverPartner(PartnerVoice voice, PartnerSide partner, JustSpoken spoken, Overhearing overhearing,
            TraceLine trace) {
        this.voice = voice;
        this.partner = partner;
        this.spoken = spoken;
        this.overhearing = overhearing;
        this.trace = trace;
    }

    void carryOut(TurnAction.OverPartner action, long now) {
        switch (action) {
            case Duck(double byDb) -> {
                voice.soften(byDb);
                trace.event("ducked", "db", byDb);
            }
            case Unduck() -> {
                voice.soften(0);
                trace.event("resumed", "from", "duck");
            }
            case PausePartner() -> {
                pausedAt = voice.pause();
                spoken.silenced(now);
                trace.event("paused");
            }
            case ResumePartner() -> {
                spoken.goesOn();
                resume();
            }
            case Overhear asked -> overhearing.find(asked);
        }
    }

    /** Goes on where a listener can follow: with the clause that was cut. */
    private void resume() {
        partner.current().ifPresent(reply -> {
            HeardText.Place place = new HeardText(reply.sentences(), pausedAt).clauseStart();
            voice.resume(place.sentence(), place.sample());
            trace.event("resumed", "from", "pause", "sentence", place.sentence());
        });
    }
}
