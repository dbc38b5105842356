package org.vivavoce.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vivavoce.practice.Message;

/**
 * Keeps one session as it happens. Told by the thread that owns the conversation, and returns at once; the thread that writes in the
 * background brings the store to what was told last. A session in which nothing was said is not kept.
 */
public final class SessionWriter {

    /** So many recordings and as many latencies may wait in memory; then the oldest are given up. */
    static final int MOST_WAITING = 1000;

    private final SessionRows rows; // used by who writes
    private final BackgroundWriting writing;
    private final SessionCost earlierCost;

    private final HistoryRows history; // this and what follows: guarded by this
    private final List<StoredUtterance> utterances = new ArrayList<>();
    private final List<Map<String, Long>> latencies = new ArrayList<>();
    private Optional<SessionCost> cost = Optional.empty();
    private Optional<Instant> ended = Optional.empty();

    SessionWriter(NewSession session, BackgroundWriting writing) {
        this.rows = new SessionRows(session, List.of(), false);
        this.writing = writing;
        this.earlierCost = SessionCost.NONE;
        this.history = new HistoryRows(List.of());
    }

    SessionWriter(StoredSession earlier, BackgroundWriting writing) {
        this.rows = new SessionRows(earlier.session().begun(), earlier.messages(), true);
        this.writing = writing;
        this.earlierCost = earlier.cost().orElse(SessionCost.NONE);
        this.history = new HistoryRows(earlier.messages());
    }

    /**
     * What is to be kept.
     *
     * @param messages   all of them
     * @param utterances those that are not kept yet
     * @param latencies  those that are not kept yet
     */
    record State(List<StoredMessage> messages, List<StoredUtterance> utterances, List<Map<String, Long>> latencies,
            Optional<SessionCost> cost, Optional<Instant> ended) {}

    /** The session's name. */
    public SessionId id() {
        return rows.session().id();
    }

    /** What it began with. */
    public NewSession begun() {
        return rows.session();
    }

    /**
     * The history has changed: messages were added, cut to what was heard, or taken back.
     *
     * @param messages all of it, oldest first; where an earlier session goes on, with what it began with
     * @param told     what is known of the new ones
     */
    public void history(List<Message> messages, Told told) {
        synchronized (this) {
            history.tell(messages, told);
            ended = Optional.empty();
        }
        writing.order(this);
    }

    /**
     * A recording was written.
     *
     * @param index    of the message in the history as it was last told; an index that is not there belongs to none
     * @param file     its name below the session's folder of recordings; told again, it replaces what was told of it
     * @param at       when it begins, since this sitting began
     * @param duration how long it is
     */
    public void utterance(int index, String file, Duration at, Duration duration) {
        utterance(position(index), file, at, duration);
    }

    /**
     * A recording was written that was begun when the history may have been another one.
     *
     * @param position of the message, as {@link #position} told it then
     * @param file     as above
     * @param at       as above
     * @param duration as above
     */
    public void utterance(OptionalInt position, String file, Duration at, Duration duration) {
        synchronized (this) {
            keepLast(utterances, new StoredUtterance(position, file, history.time(at), duration));
        }
        writing.order(this);
    }

    /** Where the message stands for good that has this index in the history as it was last told; empty where there is none. */
    public OptionalInt position(int index) {
        synchronized (this) {
            List<StoredMessage> messages = history.rows();
            return index >= 0 && index < messages.size()
                    ? OptionalInt.of(messages.get(index).position())
                    : OptionalInt.empty();
        }
    }

    /**
     * A reply sounds.
     *
     * @param millis when each of its stages was reached, since the user was last heard
     */
    public void latency(Map<String, Long> millis) {
        synchronized (this) {
            keepLast(latencies, Map.copyOf(millis));
        }
        writing.order(this);
    }

    /** What was used since this sitting began, in place of what was told before. */
    public void cost(SessionCost sinceThisSittingBegan) {
        synchronized (this) {
            cost = Optional.of(earlierCost.plus(sinceThisSittingBegan));
        }
        writing.order(this);
    }

    /** The conversation is over. It may go on all the same: what is told afterwards takes that back. */
    public void end(Instant at) {
        synchronized (this) {
            ended = Optional.of(at);
        }
        writing.order(this);
    }

    /** Brings the store to what was told last. Called by one thread at a time, which may wait. */
    void write(Store store) throws StoreException {
        State state;
        synchronized (this) {
            state = new State(history.rows(), List.copyOf(utterances), List.copyOf(latencies), cost, ended);
        }
        rows.write(store, state);
        synchronized (this) {
            utterances.removeAll(state.utterances());
            latencies.subList(0, Math.min(latencies.size(), state.latencies().size())).clear();
        }
    }

    private static <T> void keepLast(List<T> list, T value) {
        list.add(value);
        if (list.size() > MOST_WAITING) {
            list.removeFirst();
        }
    }

    @Override
    public String toString() {
        return "SessionWriter[" + id() + "]";
    }
}
