package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechHints;

/**
 * One socket that listens to piece after piece: its buffer holds one at a time, and the transcripts of those before it may still be on
 * their way. Pieces come from the {@code session} thread or a {@code reply-*} thread, events on the socket's; all is guarded by one lock,
 * nothing blocks. What is sent before the service has taken the session's settings waits here.
 */
final class HearingSession implements RealtimeSocket.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(HearingSession.class);

    /** OpenAI ends sessions after 60 minutes, in mid-piece if need be: five before, the next piece goes to a new one. */
    private static final Duration USED_FOR = Duration.ofMinutes(55);

    private static final String UPDATE = "update-";
    private static final SpeechHints NONE_YET = new SpeechHints(Optional.empty(), "", List.of());

    private enum State {
        /** The socket is being opened. */
        CONNECTING,
        /** Settings were sent and are not confirmed yet. */
        ADJUSTING,
        /** What is sent is heard as it should be. */
        READY,
        /** The socket is gone. */
        ENDED
    }

    private final RealtimeService service;
    private final AtomicReference<HintFields> fields;
    private final long openedNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final PiecesInWork pieces; // this and all below: guarded by lock
    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private State state = State.CONNECTING;
    private @Nullable RealtimeSocket socket;
    private @Nullable SpeechHints hints;
    private @Nullable ServiceException failure;
    private @Nullable ServiceException trouble; // of the piece in the buffer
    private boolean listening;
    private boolean everReady;
    private long lastId;

    private HearingSession(RealtimeService service, AtomicReference<HintFields> fields) {
        this.service = service;
        this.fields = fields;
        this.pieces = new PiecesInWork(service);
        this.openedNanos = service.nanoTime().getAsLong();
    }

    /**
     * Begins to connect and returns at once.
     *
     * @param fields what the service takes; becomes less where it refuses some
     */
    static HearingSession open(RealtimeService service, AtomicReference<HintFields> fields) {
        HearingSession session = new HearingSession(service, fields);
        session.lock.lock(); // what happens on the socket waits until it is known here
        try {
            session.socket = RealtimeSocket.open(service, session);
        } finally {
            session.lock.unlock();
        }
        return session;
    }

    /**
     * Begins a piece.
     *
     * @param alone only where no other is in work
     * @return false where it does not take one, now or any more
     */
    boolean begin(SpeechHints wanted, boolean alone) {
        lock.lock();
        try {
            if (state == State.ENDED || listening || isOld() || (alone && !pieces.isEmpty())) {
                return false;
            }
            listening = true;
            trouble = null;
            if (!wanted.equals(hints)) {
                waiting.add(update(wanted));
                hints = wanted;
            }
            goOn();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** More of the piece: samples at {@link HearingEvents#SAMPLE_RATE}. */
    void append(byte[] samples) {
        lock.lock();
        try {
            send(HearingEvents.append(samples));
        } finally {
            lock.unlock();
        }
    }

    /** The piece is complete; where it cannot be transcribed, it has failed already. */
    HeardPiece commit() {
        lock.lock();
        try {
            listening = false;
            HeardPiece piece = new HeardPiece("commit-" + ++lastId, service, this::stalled);
            if (failure != null) {
                piece.fail(failure);
            } else if (trouble != null) {
                piece.fail(trouble);
                send(HearingEvents.clear("clear-" + ++lastId)); // some of it may be there
            } else {
                pieces.add(piece);
                send(HearingEvents.commit(piece.eventId()));
            }
            return piece;
        } finally {
            lock.unlock();
        }
    }

    /** The piece is not wanted. */
    void clear() {
        lock.lock();
        try {
            listening = false;
            send(HearingEvents.clear("clear-" + ++lastId));
        } finally {
            lock.unlock();
        }
    }

    /** Whether it could listen once: what fails then may succeed on another socket. */
    boolean wasReady() {
        lock.lock();
        try {
            return everReady;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is of no use any more; one that has grown old is closed when nothing is awaited of it. */
    boolean isOver() {
        lock.lock();
        try {
            if (isOld() && !listening && pieces.isEmpty()) {
                ended(service.failures().cancelled());
            }
            return state == State.ENDED;
        } finally {
            lock.unlock();
        }
    }

    /** Breaks off what is under way, as cancelled, and closes. */
    void close() {
        ended(service.failures().cancelled());
    }

    @Override
    public void opened() {
        lock.lock();
        try {
            if (state == State.CONNECTING) {
                state = State.READY;
                goOn();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void event(JsonNode event) {
        lock.lock();
        try {
            switch (event.path("type").asText("")) {
                case "session.updated" -> {
                    if (state == State.ADJUSTING) {
                        state = State.READY;
                        everReady = true;
                    }
                }
                case "error" -> error(event.path("error"));
                default -> pieces.take(event);
            }
            goOn();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended(ServiceException reason) {
        lock.lock();
        try {
            if (state != State.ENDED) {
                state = State.ENDED;
                failure = reason;
                waiting.clear();
                pieces.failAll(reason);
                if (socket != null) {
                    socket.cancel();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The socket may be as dead as it is silent. */
    private void stalled() {
        ended(service.failures().silent());
    }

    private boolean isOld() {
        return service.nanoTime().getAsLong() - openedNanos >= USED_FOR.toNanos();
    }

    private ObjectNode update(SpeechHints wanted) {
        return HearingEvents.sessionUpdate(UPDATE + ++lastId, service.model(), wanted,
                hints == null ? NONE_YET : hints, fields.get());
    }

    private void error(JsonNode error) {
        String code = error.path("code").asText("");
        String cause = error.path("event_id").asText("");
        LOG.debug("The Realtime service reports {}", code);
        if (code.equals("session_expired")) {
            ended(service.failures().closed(code));
        } else if (state == State.ADJUSTING && (cause.isEmpty() || cause.startsWith(UPDATE))) {
            settingsRefused(error);
        } else if (!cause.startsWith("clear-")) {
            ServiceException reason = reported(error);
            if (!pieces.refused(cause, reason) && listening) {
                trouble = reason; // something of the piece may be missing
            }
        }
    }

    private void settingsRefused(JsonNode error) {
        Optional<HintFields> less = fields.get().without(error);
        if (less.isPresent() && hints != null) {
            fields.set(less.get());
            waiting.addFirst(update(hints));
            state = State.READY; // to send them
        } else {
            ended(reported(error));
        }
    }

    /** Without what was said before, should the service repeat it. */
    private ServiceException reported(JsonNode error) {
        return service.failures().reported(error, hints == null ? List.of() : List.of(hints.prompt()));
    }

    private void send(ObjectNode event) {
        if (state != State.ENDED) {
            waiting.add(event);
            goOn();
        }
    }

    /** Sends what waits, as far as the settings are confirmed. */
    private void goOn() {
        while (state == State.READY && !waiting.isEmpty()) {
            ObjectNode next = waiting.remove();
            if (next.path("type").asText("").equals("session.update")) {
                state = State.ADJUSTING;
            }
            if (socket != null) {
                socket.send(next);
            }
        }
    }
}
