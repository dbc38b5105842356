package org.vivavoce.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Keeps work until a test wants it done. Used by one thread. */
public final class Later implements Executor {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.addLast(task);
    }

    /** How much waits. */
    public int size() {
        return waiting.size();
    }

    /** Does all that waits, the oldest first, and what comes of it. */
    public void run() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }
}
