package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Every handshake and every event, in both directions, in their order. Thread-safe; waiting wakes at each change, nothing is polled. */
public final class RealtimeLog {

    /** No healthy test waits this long; a broken one ends. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<HttpRequest> handshakes = new ArrayList<>(); // guarded by lock, as all below
    private final List<Entry> entries = new ArrayList<>();
    private final List<Heard> pieces = new ArrayList<>();

    /**
     * An event.
     *
     * @param socket     counts the handshakes, from 1
     * @param fromClient whether the client sent it
     * @param type       its type; {@code closed} when the client has gone
     * @param event      the event, without its sound
     * @param nanos      when, by {@link System#nanoTime()}
     */
    public record Entry(int socket, boolean fromClient, String type, JsonNode event, long nanos) {}

    /**
     * A piece of speech that was committed.
     *
     * @param socket  counts the handshakes, from 1
     * @param itemId  the server's name for it
     * @param samples at 24 kHz; not to be changed
     */
    public record Heard(int socket, String itemId, short[] samples) {}

    /** The pieces of speech so far. */
    public List<Heard> pieces() {
        lock.lock();
        try {
            return List.copyOf(pieces);
        } finally {
            lock.unlock();
        }
    }

    /** The handshakes so far, refused ones too. */
    public List<HttpRequest> handshakes() {
        lock.lock();
        try {
            return List.copyOf(handshakes);
        } finally {
            lock.unlock();
        }
    }

    /** All events so far. */
    public List<Entry> all() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** What the client sent of this type so far. */
    public List<Entry> sent(String type) {
        return all().stream().filter(entry -> entry.fromClient() && entry.type().equals(type)).toList();
    }

    /** What the server sent of this type so far. */
    public List<Entry> answered(String type) {
        return all().stream().filter(entry -> !entry.fromClient() && entry.type().equals(type)).toList();
    }

    /** Waits until the client has sent the n-th event of a type, counted from 1. */
    public Entry awaitSent(String type, int nth) throws InterruptedException {
        await(all -> sent(type).size() >= nth, nth + " times " + type + " from the client");
        return sent(type).get(nth - 1);
    }

    /** Waits until the server has sent the n-th event of a type, counted from 1. */
    public Entry awaitAnswered(String type, int nth) throws InterruptedException {
        await(all -> answered(type).size() >= nth, nth + " times " + type + " from the server");
        return answered(type).get(nth - 1);
    }

    /** Waits until there were so many handshakes. */
    public void awaitHandshakes(int count) throws InterruptedException {
        await(all -> handshakes().size() >= count, count + " handshakes");
    }

    /** Waits until the log is as wanted. */
    public void await(Predicate<List<Entry>> wanted, String what) throws InterruptedException {
        long nanos = LIMIT.toNanos();
        lock.lock();
        try {
            while (!wanted.test(List.copyOf(entries))) {
                if (nanos <= 0) {
                    throw new AssertionError("There was not " + what + " within " + LIMIT.toSeconds() + " s");
                }
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells the number of the socket. */
    int handshake(HttpRequest request) {
        lock.lock();
        try {
            handshakes.add(request);
            changed.signalAll();
            return handshakes.size();
        } finally {
            lock.unlock();
        }
    }

    void heard(int socket, String itemId, short[] samples) {
        lock.lock();
        try {
            pieces.add(new Heard(socket, itemId, samples));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void add(int socket, boolean fromClient, String type, JsonNode event) {
        lock.lock();
        try {
            entries.add(new Entry(socket, fromClient, type, event, System.nanoTime()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
