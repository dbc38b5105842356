package org.vivavoce.openai.realtime;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.Dictation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechHints;

/**
 * Sends what is said as it is said, and commits it when the piece is complete; whoever transcribes that piece takes its transcript from
 * here. Called by the {@code session} thread and by {@code reply-*} threads; nothing blocks.
 */
final class LiveDictation implements Dictation {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDictation.class);

    /** Pieces that nobody has asked for: usually one for a moment, and more only where a conversation was cut short. */
    private static final int MOST_WAITING = 4;

    private record Waiting(short[] samples, HeardPiece piece) {}

    private final HearingSessions sessions;
    private final Deque<Waiting> waiting = new ArrayDeque<>(); // this and below: guarded by this
    private @Nullable PieceFeed feed;

    LiveDictation(HearingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public synchronized void begin(SpeechHints hints) {
        drop();
        try {
            feed = sessions.spoken(hints);
        } catch (ServiceException e) {
            LOG.debug("Nothing is dictated any more: {}", e.getClass().getSimpleName()); // everything is being closed
        }
    }

    @Override
    public synchronized void add(short[] samples) {
        PieceFeed open = feed;
        if (open != null) {
            open.add(samples);
        }
    }

    @Override
    public synchronized void end(short[] piece) {
        PieceFeed open = feed;
        if (open == null || !open.isBeginOf(piece)) {
            drop();
            return;
        }
        feed = null;
        waiting.add(new Waiting(piece, open.commit(piece)));
        if (waiting.size() > MOST_WAITING) {
            waiting.remove();
        }
    }

    @Override
    public synchronized void drop() {
        PieceFeed open = feed;
        if (open != null) {
            feed = null;
            open.clear();
        }
    }

    /** The piece with these samples, where it was dictated; each is handed out once. */
    synchronized Optional<HeardPiece> take(short[] samples) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext();) {
            Waiting next = each.next();
            if (Arrays.equals(next.samples, samples)) {
                each.remove();
                return Optional.of(next.piece);
            }
        }
        return Optional.empty();
    }
}
