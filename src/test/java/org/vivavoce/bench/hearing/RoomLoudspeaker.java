package org.vivavoce.bench.hearing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import org.vivavoce.audio.Sound;
import org.vivavoce.turn.TurnAction;

/**
 * Plays the partner's reply as the program does: what is written sounds when the 80 ms before it have sounded, and whoever silences the
 * loudspeaker empties it. Does what the turn machine decides.
 */
final class RoomLoudspeaker {

    private static final int BUFFER_FRAMES = 8; // the line's buffer

    private record Written(int frame, double gain) {}

    private final PartnersReply reply;
    private final Deque<Written> buffer = new ArrayDeque<>();
    private final short[] sounding = new short[Sound.CAPTURE_FRAME];
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
        buffer.clear();
    }

    /** Carries out what concerns it; other actions are no concern of a loudspeaker. */
    void on(TurnAction action) {
        switch (action) {
            case TurnAction.InterruptPartner() -> end();
            case TurnAction.Duck(double byDb) -> gain = Levels.ratio(-byDb);
            case TurnAction.Unduck() -> gain = 1;
            case TurnAction.PausePartner() -> {
                paused = true;
                buffer.clear();
            }
            case TurnAction.ResumePartner() -> begin();
            default -> {
            }
        }
    }

    boolean sounds() {
        return begun && !paused;
    }

    /** Fills the buffer; each frame goes to the canceller first, as it is written. */
    void write(Consumer<short[]> canceller) {
        while (sounds() && buffer.size() < BUFFER_FRAMES) {
            short[] written = new short[Sound.PLAYBACK_FRAME];
            scale(reply.played(), frame, gain, written);
            canceller.accept(written);
            buffer.add(new Written(frame, gain));
            frame = (frame + 1) % reply.frames();
        }
    }

    /** The next 10 ms as they sound, at the rate of the microphone; valid until the next. */
    short[] sound() {
        Written next = buffer.poll();
        if (next == null) {
            Arrays.fill(sounding, (short) 0);
        } else {
            scale(reply.captured(), next.frame(), next.gain(), sounding);
        }
        return sounding;
    }

    private static void scale(short[] from, int frame, double gain, short[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (short) (gain * from[frame * to.length + i]);
        }
    }
}
