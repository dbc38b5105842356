package org.vivavoce.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredSession;

/**
 * The sessions whose conversations are held now; others are taken up from the store when a message comes. One that nobody uses for a
 * while is put down. Thread-safe.
 */
final class LiveSessions implements AutoCloseable {

    /** So long a session keeps its services without being used. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Conversations conversations;
    private final LongSupplier nanos;
    private final Map<SessionId, LiveSession> live = new HashMap<>(); // this and the next: guarded by this
    private final Set<SessionId> takenUp = new HashSet<>();

    /** @param nanos a clock that never goes back */
    LiveSessions(Conversations conversations, LongSupplier nanos) {
        this.conversations = conversations;
        this.nanos = nanos;
    }

    /** What makes a conversation. */
    private interface Making {
        Conversations.Held make(SessionWatcher watcher) throws Conversations.CannotHoldException;
    }

    /** A new session. */
    LiveSession begin(Mode mode, Language language, boolean opening) throws ProblemException {
        putDownUnused();
        LiveSession session = make(watcher -> conversations.begin(mode, language, opening, watcher));
        synchronized (this) {
            live.put(session.begun().id(), session);
        }
        return session;
    }

    /** A session that is there, to go on with. */
    LiveSession get(SessionId id) throws ProblemException, StoreException {
        putDownUnused();
        synchronized (this) {
            LiveSession found = live.get(id);
            if (found != null && found.refusal().isPresent()) {
                throw new ProblemException(Problem.budget(found.refusal().get()));
            }
            if (found != null && !found.isEnding()) {
                return found;
            }
            if (!takenUp.add(id)) {
                throw new ProblemException(Problem.busy()); // somebody else's message takes it up just now
            }
        }
        try {
            StoredSession earlier = stored(id)
                    .orElseThrow(() -> new ProblemException(Problem.notFound("There is no session of that name.")));
            LiveSession session = make(watcher -> conversations.goOn(earlier, watcher));
            synchronized (this) {
                live.put(id, session);
            }
            return session;
        } finally {
            synchronized (this) {
                takenUp.remove(id);
            }
        }
    }

    /** As it is kept. */
    Optional<StoredSession> stored(SessionId id) throws StoreException {
        conversations.settle();
        return new Sessions(conversations.store()).open(id);
    }

    /** A session that is held now. */
    synchronized Optional<LiveSession> find(SessionId id) {
        return Optional.ofNullable(live.get(id));
    }

    /** Ends the conversation of a session; returns whether one was held. */
    boolean remove(SessionId id) throws ProblemException {
        Optional<LiveSession> session;
        synchronized (this) {
            session = Optional.ofNullable(live.remove(id));
        }
        session.ifPresent(LiveSession::end);
        if (session.isPresent() && !session.get().awaitEnd()) {
            throw new ProblemException(
                    Problem.unavailable("The reply that runs does not end: try again in a moment."));
        }
        return session.isPresent();
    }

    long nowNanos() {
        return nanos.getAsLong();
    }

    private LiveSession make(Making making) throws ProblemException {
        ReplyRelay relay = new ReplyRelay();
        try {
            return new LiveSession(making.make(relay), relay, nanos.getAsLong());
        } catch (Conversations.CannotHoldException e) {
            throw new ProblemException(Problem.unavailable(e.sentence()));
        }
    }

    /** Those that may not go on stay: to be put down would let them. */
    private void putDownUnused() {
        List<LiveSession> unused = new ArrayList<>();
        synchronized (this) {
            long now = nanos.getAsLong();
            live.values().removeIf(session -> {
                boolean goes = now - session.usedAtNanos() > PATIENCE.toNanos() && session.refusal().isEmpty()
                        && !session.isBusy();
                if (goes) {
                    unused.add(session);
                }
                return goes;
            });
        }
        unused.forEach(LiveSession::end);
    }

    @Override
    public void close() {
        List<LiveSession> all;
        synchronized (this) {
            all = List.copyOf(live.values());
            live.clear();
        }
        all.forEach(LiveSession::end);
        all.forEach(LiveSession::awaitEnd);
    }
}
