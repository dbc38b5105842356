package org.vivavoce.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps sessions in the background, so that neither a slow disk nor a full one holds up a conversation. Thread-safe; what a conversation
 * tells returns at once. What cannot be kept waits in memory and is tried again with whatever is told next.
 */
public final class BackgroundWriting implements AutoCloseable {

    /** So many sessions may wait in memory; then the oldest is given up. */
    static final int MOST_WAITING = 300;

    private final Store store;
    private final Executor background;
    private final StoreListener listener;
    private final LinkedHashSet<SessionWriter> waiting = new LinkedHashSet<>(); // guarded by itself, as is ordered
    private boolean ordered; // the background will write what waits
    private final ReentrantLock turn = new ReentrantLock(); // one writes at a time
    private Optional<StoreProblem.Kind> failing = Optional.empty(); // guarded by turn

    /**
     * Nothing is written before a session tells something.
     *
     * @param background carries out what blocks; best one thread of its own. It is closed first, then this, then the store.
     */
    public BackgroundWriting(Store store, Executor background, StoreListener listener) {
        this.store = store;
        this.background = background;
        this.listener = listener;
    }

    /** Begins a session. It is kept from its first message on. */
    public SessionWriter begin(NewSession session) {
        return new SessionWriter(session, this);
    }

    /** Goes on with an earlier session. */
    public SessionWriter goOn(StoredSession earlier) {
        return new SessionWriter(earlier, this);
    }

    /** Tries again what could not be kept, for instance when the user has made room. */
    public void tryAgain() {
        later();
    }

    /** Keeps what is still to be kept, and returns when it is kept or has failed; nothing is kept afterwards. */
    @Override
    public void close() {
        writeAll();
    }

    /** A session has something to keep. */
    void order(SessionWriter session) {
        synchronized (waiting) {
            waiting.add(session);
            if (waiting.size() > MOST_WAITING) {
                waiting.removeFirst();
            }
        }
        later();
    }

    private void later() {
        synchronized (waiting) {
            if (ordered) { // of a disk that stands still, one order waits, not one for each sentence
                return;
            }
            ordered = true;
        }
        try {
            background.execute(this::writeAll);
        } catch (RejectedExecutionException e) {
            // the program is ending: close() keeps it
        }
    }

    private void writeAll() {
        turn.lock();
        try {
            boolean hopeless = false; // what concerns the file as a whole, each further session would only wait for too
            for (SessionWriter session : takeAll()) {
                if (hopeless || !write(session)) {
                    putBack(session);
                    hopeless = true;
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean write(SessionWriter session) {
        try {
            session.write(store);
            if (failing.isPresent()) {
                failing = Optional.empty();
                listener.solved();
            }
            return true;
        } catch (StoreException e) {
            StoreProblem problem = e.problem();
            if (!failing.equals(Optional.of(problem.kind()))) {
                failing = Optional.of(problem.kind());
                listener.failed(problem);
            }
            return false;
        }
    }

    private List<SessionWriter> takeAll() {
        synchronized (waiting) {
            ordered = false;
            List<SessionWriter> all = new ArrayList<>(waiting);
            waiting.clear();
            return all;
        }
    }

    private void putBack(SessionWriter session) {
        synchronized (waiting) {
            waiting.add(session);
        }
    }
}
