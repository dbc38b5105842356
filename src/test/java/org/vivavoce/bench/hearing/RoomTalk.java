package org.vivavoce.bench.hearing;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.vivavoce.audio.Sound;
import org.vivavoce.turn.AdaptiveVoiceActivity;
import org.vivavoce.turn.TurnAction;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnMachine;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;
import org.vivavoce.turn.VoiceActivity;
import org.vivavoce.turn.VoiceActivityValues;

/**
 * A partner and a user in a room, on virtual time: the partner's reply is the canceller's reference and comes back into the microphone,
 * the detector and the turn machine decide, and the loudspeaker does what they say.
 */
final class RoomTalk implements AutoCloseable {

    static final int FRAME_MS = 10;
    private static final double ROOM_DBFS = -65;
    private static final int HOLD_MS = 700;

    private final ProductEar ear = new ProductEar();
    private final AdaptiveVoiceActivity detector = new AdaptiveVoiceActivity(VoiceActivityValues.defaults());
    private final TurnMachine machine = new TurnMachine(TurnValues.adaptive(HOLD_MS, 0));
    private final RoomLoudspeaker loudspeaker;
    private final Optional<EchoOfRoom> echo;
    private final Random random;
    private VoiceActivity activity = VoiceActivity.NONE;
    private long now;

    /** @param echo empty where the partner is heard through headphones */
    RoomTalk(PartnersReply reply, Optional<EchoOfRoom> echo, long seed) {
        this.loudspeaker = new RoomLoudspeaker(reply);
        this.echo = echo;
        this.random = new Random(seed);
    }

    /** Milliseconds since the beginning. */
    long now() {
        return now;
    }

    VoiceActivity activity() {
        return activity;
    }

    boolean partnerHasTheFloor() {
        return machine.state() == TurnState.SPEAKING;
    }

    /** The partner begins to speak, whoever had the floor. */
    void partnerSpeaks() {
        if (machine.state() == TurnState.HEARING) {
            machine.on(new TurnEvent.Typed(), now);
        } else {
            machine.on(new TurnEvent.PartnerBegins(), now);
        }
        machine.on(new TurnEvent.PartnerSounds(), now);
        loudspeaker.begin();
    }

    /** The partner has said all. */
    void partnerEnds() {
        loudspeaker.end();
        machine.on(new TurnEvent.PartnerFinished(), now);
    }

    /**
     * Ten milliseconds pass.
     *
     * @param user what the user utters in them
     * @return what the turn machine decided
     */
    List<TurnAction> hear(double[] user) {
        now += FRAME_MS;
        boolean sounds = loudspeaker.sounds();
        loudspeaker.next();
        if (sounds) {
            ear.played(loudspeaker.played());
        }
        double[] captured = user.clone();
        echo.ifPresent(room -> room.add(loudspeaker.captured(), captured));
        for (int i = 0; i < captured.length; i++) {
            captured[i] += Levels.gain(ROOM_DBFS) * random.nextGaussian();
        }
        activity = detector.accept(ear.hear(Levels.frame(captured, 0)), now, sounds);
        List<TurnAction> actions = machine.on(new TurnEvent.Sound(activity), now);
        actions.forEach(loudspeaker::on);
        return actions;
    }

    /** Ten milliseconds in which the user is quiet. */
    List<TurnAction> hearNothing() {
        return hear(new double[Sound.CAPTURE_FRAME]);
    }

    @Override
    public void close() {
        ear.close();
    }
}
