package org.vivavoce.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The lines that a program writes, read by a thread of its own so that it never has to wait. */
public final class OutputLines {

    private static final Duration LIMIT = TraceReader.LIMIT;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> lines = new ArrayList<>(); // guarded by lock
    private final Predicate<String> matters;
    private boolean over; // guarded by lock

    OutputLines(BufferedReader from, String name) {
        this(from, name, line -> true);
    }

    /** @param matters which lines count */
    OutputLines(BufferedReader from, String name, Predicate<String> matters) {
        this.matters = matters;
        Thread.ofPlatform().daemon().name(name).start(() -> readAll(from));
    }

    private void readAll(BufferedReader from) {
        try (from) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (matters.test(line)) {
                    add(line, false);
                }
            }
        } catch (IOException e) {
            // the program has ended
        }
        add("", true);
    }

    private void add(String line, boolean last) {
        lock.lock();
        try {
            if (last) {
                over = true;
            } else {
                lines.add(line);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All lines so far. */
    public List<String> all() {
        lock.lock();
        try {
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }

    /** How many lines there are: what comes later is awaited from here. */
    int size() {
        return all().size();
    }

    /** Waits for a line that holds a text, at or after a place. */
    String await(int from, String part) {
        long left = LIMIT.toNanos();
        lock.lock();
        try {
            while (true) {
                for (String line : lines.subList(Math.min(from, lines.size()), lines.size())) {
                    if (line.contains(part)) {
                        return line;
                    }
                }
                if (over || left <= 0) {
                    throw new AssertionError(
                            "Waited for \"" + part + "\"" + (over ? ", but the program ended: " : ": ") + lines);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            lock.unlock();
        }
    }
}
