package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.Frame;

/**
 * Keeps what the microphone heard: always the last seconds, so that an utterance has its pre-roll, and all of an utterance while one is
 * recorded. Used by the {@code session} thread.
 */
final class Ears {

    private static final int KEPT_FRAMES = 300; // 3 s: more than pre-roll and the longest decision together
    private static final long TAIL_MS = 400; // quiet kept after the last loud frame: nothing is cut

    private final int preRollMs;
    private final Deque<Frame> recent = new ArrayDeque<>();
    private final List<Frame> recording = new ArrayList<>();
    private boolean isRecording;

    Ears(int preRollMs) {
        this.preRollMs = preRollMs;
    }

    void hear(Frame frame) {
        recent.add(frame);
        if (recent.size() > KEPT_FRAMES) {
            recent.remove();
        }
        if (isRecording) {
            recording.add(frame);
        }
    }

    void begin(long startedAt) {
        recording.clear();
        isRecording = true;
        long from = startedAt - preRollMs;
        recent.stream().filter(frame -> frame.atMillis() > from).forEach(recording::add);
    }

    void drop() {
        recording.clear();
        isRecording = false;
    }

    /** The piece up to now; recording goes on after it. */
    short[] cut() {
        short[] samples = samples(Long.MAX_VALUE);
        recording.clear();
        return samples;
    }

    /** What was recorded, to a little after the user was last heard. */
    short[] end(long lastVoiceAt) {
        short[] samples = samples(lastVoiceAt + TAIL_MS);
        drop();
        recent.clear(); // it belongs to this utterance, not to the next one's pre-roll
        return samples;
    }

    private short[] samples(long until) {
        int frames = (int) recording.stream().filter(frame -> frame.atMillis() <= until).count();
        short[] samples = new short[frames * Sound.CAPTURE_FRAME];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(recording.get(i).samples(), 0, samples, i * Sound.CAPTURE_FRAME, Sound.CAPTURE_FRAME);
        }
        return samples;
    }
}
