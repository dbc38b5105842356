package org.vivavoce.ai;

import java.util.ArrayList;
import java.util.List;

/**
 * A token under which blocking work can be cancelled from another thread. Thread-safe: any thread may cancel, the working thread
 * registers what is to be torn down. A cancelled token stays cancelled.
 */
public final class Cancellation {

    private final Object lock = new Object();
    private final List<Runnable> actions = new ArrayList<>(); // guarded by lock
    private volatile boolean cancelled;

    /**
     * Cancels; runs every registered action once, on the calling thread, also when one of them throws. Later calls do nothing. Actions
     * must not block.
     */
    public void cancel() {
        List<Runnable> toRun;
        synchronized (lock) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(actions);
            actions.clear();
        }
        runAll(toRun);
    }

    private static void runAll(List<Runnable> toRun) {
        if (!toRun.isEmpty()) {
            try {
                toRun.getFirst().run();
            } finally {
                runAll(toRun.subList(1, toRun.size()));
            }
        }
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Registers what tears the work down; runs it at once if the token is cancelled already.
     *
     * @return takes the registration back, to be closed when the work has ended
     */
    public Registration onCancel(Runnable action) {
        synchronized (lock) {
            if (!cancelled) {
                actions.add(action);
                return () -> {
                    synchronized (lock) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {
        };
    }

    /** A registration that can be taken back. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
