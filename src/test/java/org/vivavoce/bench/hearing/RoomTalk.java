package org.vivavoce.bench.hearing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.vivavoce.audio.Sound;
import org.vivavoce.turn.AdaptiveVoiceActivity;
import org.vivavoce.turn.TurnAction;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnEvent.Found;
import org.vivavoce.turn.TurnMachine;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;
import org.vivavoce.turn.VoiceActivity;
import org.vivavoce.turn.VoiceActivityValues;

/**
 * A partner and a user in a room, on virtual time: the partner's reply is the canceller's reference and comes back into the microphone,
 * the detector and the turn machine decide, and the loudspeaker does what they say. Sounds that are overheard are understood a usual
 * transcription later.
 */
final class RoomTalk implements AutoCloseable {

    static final int FRAME_MS = 10;
    private static final double ROOM_DBFS = -65;
    private static final int HOLD_MS = 700;
    private static final int TRANSCRIPTION_MS = 700;

    private record Understood(TurnEvent.Overheard words, long at) {}

    private final ProductEar ear = new ProductEar();
    private final AdaptiveVoiceActivity detector = new AdaptiveVoiceActivity(VoiceActivityValues.defaults());
    private final TurnMachine machine = new TurnMachine(TurnValues.adaptive(HOLD_MS, 0));
    private final RoomLoudspeaker loudspeaker;
    private final Room room;
    private final Random random;
    private final Deque<short[]> captured = new ArrayDeque<>();
    private final Deque<Understood> understood = new ArrayDeque<>();
    private final List<TurnAction> actions = new ArrayList<>();
    private VoiceActivity activity = VoiceActivity.NONE;
    private long now;
    private long userBeganAt = Long.MAX_VALUE;

    RoomTalk(PartnersReply reply, Room room, long seed) {
        this.loudspeaker = new RoomLoudspeaker(reply);
        this.room = room;
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

    /** The user begins to make a sound: what is overheard before was the partner's own voice. */
    void userBegins() {
        userBeganAt = now;
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
        room.computer().next();
        if (room.computer().plays()) {
            loudspeaker.write(ear::played);
        }
        double[] sound = user.clone();
        short[] played = loudspeaker.sound();
        room.echo().ifPresent(echo -> echo.add(played, sound));
        for (int i = 0; i < sound.length; i++) {
            sound[i] += Levels.gain(ROOM_DBFS) * random.nextGaussian();
        }
        captured.add(Levels.frame(sound, 0));
        actions.clear();
        while (room.computer().captures() && !captured.isEmpty()) {
            activity = detector.accept(ear.hear(captured.remove()), now, loudspeaker.sounds());
            tell(new TurnEvent.Sound(activity));
        }
        while (!understood.isEmpty() && understood.getFirst().at() <= now) {
            tell(understood.remove().words());
        }
        return List.copyOf(actions);
    }

    private void tell(TurnEvent event) {
        for (TurnAction action : machine.on(event, now)) {
            actions.add(action);
            loudspeaker.on(action);
            if (action instanceof TurnAction.Overhear(long startedAt, long lastVoiceAt)) {
                Found found = lastVoiceAt > userBeganAt ? room.understood() : Found.NOTHING;
                understood.add(new Understood(new TurnEvent.Overheard(startedAt, lastVoiceAt, found),
                        now + TRANSCRIPTION_MS));
            }
        }
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
