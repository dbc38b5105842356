package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.Frame;

/**
 * Keeps what the microphone heard: always the last seconds, so that an utterance has its pre-roll, and all of an utterance while one is
 * recorded. A frame belongs to one piece only. Used by the {@code session} thread.
 */
final class Ears {

    private static final int KEPT_FRAMES = 300; // 3 s: more than pre-roll and the longest decision together
    private static final long TAIL_MS = 400; // quiet kept after the last loud frame: nothing is cut
    private static final double AUDIBLE_DBFS = -55; // below it nothing is speech
    private static final long GAP_MS = 200; // a plosive's closure is shorter
    private static final long LOOK_BACK_MS = 1000;
    private static final long NEVER = Long.MIN_VALUE;

    private final int preRollMs;
    private final Deque<Frame> recent = new ArrayDeque<>();
    private final List<Frame> recording = new ArrayList<>();
    private boolean isRecording;
    private long takenUntil = NEVER; // frames up to here belong to an earlier piece
    private long cutAt = NEVER; // the end of this utterance's last piece

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
        drop();
        isRecording = true;
        long from = Math.max(onset(startedAt) - preRollMs, takenUntil);
        recent.stream().filter(frame -> frame.atMillis() > from).forEach(recording::add);
    }

    /** A word may begin too softly, or without a voiced sound: what was audible right before belongs to it. */
    private long onset(long startedAt) {
        long onset = startedAt;
        for (Iterator<Frame> back = recent.descendingIterator(); back.hasNext();) {
            Frame frame = back.next();
            if (onset - frame.atMillis() > GAP_MS || startedAt - frame.atMillis() > LOOK_BACK_MS) {
                return onset;
            }
            if (frame.level().dbfs() >= AUDIBLE_DBFS && frame.atMillis() <= startedAt) {
                onset = Math.min(onset, frame.atMillis() - Sound.FRAME.toMillis());
            }
        }
        return onset;
    }

    void drop() {
        recording.clear();
        isRecording = false;
        cutAt = NEVER;
    }

    /** The piece up to now; recording goes on after it. */
    short[] cut() {
        short[] samples = take(Long.MAX_VALUE);
        recording.clear();
        cutAt = takenUntil;
        return samples;
    }

    /** What was recorded, to a little after the user was last heard; empty when nothing was said since the last cut. */
    short[] end(long lastVoiceAt) {
        boolean silent = cutAt != NEVER && lastVoiceAt <= cutAt;
        short[] samples = silent ? new short[0] : take(lastVoiceAt + TAIL_MS);
        drop();
        return samples;
    }

    private short[] take(long until) {
        List<Frame> taken = recording.stream().filter(frame -> frame.atMillis() <= until).toList();
        short[] samples = new short[taken.size() * Sound.CAPTURE_FRAME];
        for (int i = 0; i < taken.size(); i++) {
            System.arraycopy(taken.get(i).samples(), 0, samples, i * Sound.CAPTURE_FRAME, Sound.CAPTURE_FRAME);
        }
        if (!taken.isEmpty()) {
            takenUntil = taken.getLast().atMillis();
        }
        return samples;
    }
}
