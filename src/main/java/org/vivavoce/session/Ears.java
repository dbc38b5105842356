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

    private static final int KEPT_FRAMES = 400; // 4 s: more than pre-roll and the longest decision together
    private static final long TAIL_MS = 400; // quiet kept after the last loud frame: nothing is cut
    private static final double AUDIBLE_DBFS = -55; // below it nothing is speech
    private static final long GAP_MS = 200; // a plosive's closure is shorter
    private static final long LOOK_BACK_MS = 1000;
    private static final int QUIETEST_WITHIN_FRAMES = 500; // 5 s: some gap between words is in them
    private static final int QUIET_FRAMES = 6;
    private static final long NEVER = Long.MIN_VALUE;

    private final int preRollMs;
    private final Deque<Frame> recent = new ArrayDeque<>();
    private final List<Frame> recording = new ArrayList<>();
    private boolean isRecording;
    private long takenUntil = NEVER; // frames up to here belong to an earlier piece
    private long cutAt = NEVER; // the end of this utterance's last piece
    private long peekedUntil = NEVER;

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
        cutAt = takenUntil >= startedAt ? takenUntil : NEVER;
    }

    /** What was heard from one moment to another, as far as it is kept; nothing is taken. */
    short[] heard(long from, long to) {
        return samples(recent.stream().filter(frame -> frame.atMillis() > from && frame.atMillis() <= to).toList());
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

    /** What was recorded after one moment and would be in a piece that ends now, the user having been heard last at another. */
    List<Frame> recorded(long after, long lastVoiceAt) {
        int from = recording.size();
        while (from > 0 && recording.get(from - 1).atMillis() > after) {
            from--;
        }
        return recording.subList(from, recording.size()).stream()
                .filter(frame -> frame.atMillis() <= lastVoiceAt + TAIL_MS).toList();
    }

    /** The piece up to now; recording goes on after it. */
    short[] cut() {
        return cutAt(Long.MAX_VALUE);
    }

    /** The piece up to the quietest moment of the last seconds, so that no word is cut in two; recording goes on after it. */
    short[] cutAtQuietest() {
        List<Frame> tail = recording.subList(Math.max(0, recording.size() - QUIETEST_WITHIN_FRAMES), recording.size());
        double least = Double.POSITIVE_INFINITY;
        long quietest = Long.MAX_VALUE;
        for (int i = 0; i + QUIET_FRAMES <= tail.size(); i++) {
            double loudest = tail.subList(i, i + QUIET_FRAMES).stream().mapToDouble(frame -> frame.level().dbfs()).max()
                    .orElse(0);
            if (loudest <= least) {
                least = loudest;
                quietest = tail.get(i + QUIET_FRAMES / 2).atMillis();
            }
        }
        return cutAt(quietest);
    }

    /** What {@link #end} would give, and everything stays as it is until {@link #takePeeked}. */
    short[] peek(long lastVoiceAt) {
        if (isSilentSinceCut(lastVoiceAt)) {
            return new short[0];
        }
        List<Frame> frames = until(lastVoiceAt + TAIL_MS);
        peekedUntil = frames.isEmpty() ? NEVER : frames.getLast().atMillis();
        return samples(frames);
    }

    /** What was peeked at last is a piece of its own; recording goes on after it. */
    void takePeeked() {
        taken(peekedUntil);
        cutAt = takenUntil;
    }

    /** What was recorded, to a little after the user was last heard; empty when nothing was said since the last cut. */
    short[] end(long lastVoiceAt) {
        short[] samples = isSilentSinceCut(lastVoiceAt) ? new short[0] : cutAt(lastVoiceAt + TAIL_MS);
        drop();
        return samples;
    }

    private boolean isSilentSinceCut(long lastVoiceAt) {
        return cutAt != NEVER && lastVoiceAt <= cutAt;
    }

    private short[] cutAt(long until) {
        List<Frame> frames = until(until);
        if (!frames.isEmpty()) {
            taken(frames.getLast().atMillis());
        }
        cutAt = takenUntil;
        return samples(frames);
    }

    /** What was heard up to then belongs to an earlier piece. */
    void taken(long until) {
        takenUntil = Math.max(takenUntil, until);
        recording.removeIf(frame -> frame.atMillis() <= until);
    }

    private List<Frame> until(long millis) {
        return recording.stream().filter(frame -> frame.atMillis() <= millis).toList();
    }

    static short[] samples(List<Frame> frames) {
        short[] samples = new short[frames.size() * Sound.CAPTURE_FRAME];
        for (int i = 0; i < frames.size(); i++) {
            System.arraycopy(frames.get(i).samples(), 0, samples, i * Sound.CAPTURE_FRAME, Sound.CAPTURE_FRAME);
        }
        return samples;
    }
}
