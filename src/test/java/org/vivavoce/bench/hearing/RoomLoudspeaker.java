package org.vivavoce.bench.hearing;

import org.vivavoce.audio.Sound;
import org.vivavoce.turn.TurnAction;

/** Plays the partner's reply, and does with it what the turn machine decides, by the names of its actions. */
final class RoomLoudspeaker {

    private static final double DUCKED = 0.2; // 14 dB

    private final PartnersReply reply;
    private final short[] played = new short[Sound.PLAYBACK_FRAME];
    private final short[] captured = new short[Sound.CAPTURE_FRAME];
    private int frame;
    private boolean begun;
    private boolean paused;
    private double gain = 1;

    RoomLoudspeaker(PartnersReply reply) {
        this.reply = reply;
    }

    void begin() {
        begun = true;
        paused = false;
        gain = 1;
    }

    void end() {
        begun = false;
    }

    /** Carries out what concerns it; other actions are no concern of a loudspeaker. */
    void on(TurnAction action) {
        switch (action.getClass().getSimpleName()) {
            case "InterruptPartner" -> end();
            case "Duck" -> gain = DUCKED;
            case "Unduck" -> gain = 1;
            case "PausePartner" -> paused = true;
            case "ResumePartner" -> begin();
            default -> {
            }
        }
    }

    boolean sounds() {
        return begun && !paused;
    }

    /** Goes on by 10 ms. */
    void next() {
        boolean sounds = sounds();
        for (int i = 0; i < played.length; i++) {
            played[i] = sounds ? (short) (gain * reply.played()[frame * played.length + i]) : 0;
        }
        for (int i = 0; i < captured.length; i++) {
            captured[i] = sounds ? (short) (gain * reply.captured()[frame * captured.length + i]) : 0;
        }
        if (sounds) {
            frame = (frame + 1) % reply.frames();
        }
    }

    /** The 10 ms that sound now, as they are played; valid until the next. */
    short[] played() {
        return played;
    }

    /** The same at the rate of the microphone. */
    short[] captured() {
        return captured;
    }
}
