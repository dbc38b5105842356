package org.vivavoce.openai.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechHints;

/**
 * The open sockets of one conversation: one, as a rule, and another where a piece is sent while the user speaks or a slow one is sent
 * again. Thread-safe; nothing blocks.
 */
final class HearingSessions {

    private final RealtimeService service;
    private final AtomicReference<HintFields> fields;
    private final List<HearingSession> open = new ArrayList<>(); // guarded by this
    private boolean closed; // guarded by this

    HearingSessions(RealtimeService service, HintFields fields) {
        this.service = service;
        this.fields = new AtomicReference<>(fields);
    }

    /** Begins a piece that is being spoken: what was said before may still be in work. */
    PieceFeed spoken(SpeechHints hints) throws ServiceException {
        return begin(hints, false);
    }

    /** Begins a piece that is there: where nothing else is in work, which would delay it. */
    PieceFeed whole(SpeechHints hints) throws ServiceException {
        return begin(hints, true);
    }

    /** Begins a piece on a new socket. */
    synchronized PieceFeed anew(SpeechHints hints) throws ServiceException {
        if (closed) {
            throw service.failures().cancelled();
        }
        HearingSession next = HearingSession.open(service, fields);
        next.begin(hints, true);
        open.add(next);
        return new PieceFeed(next);
    }

    synchronized void close() {
        closed = true;
        open.forEach(HearingSession::close);
        open.clear();
    }

    private synchronized PieceFeed begin(SpeechHints hints, boolean alone) throws ServiceException {
        open.removeIf(HearingSession::isOver);
        for (HearingSession session : open) {
            if (session.begin(hints, alone)) {
                return new PieceFeed(session);
            }
        }
        return anew(hints);
    }
}
