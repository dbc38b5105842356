package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Real threads whose end can be awaited; what escapes them is kept. */
final class ScriptedThreads implements SessionThreads {

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();

    @Override
    public void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name(name).uncaughtExceptionHandler((thread, e) -> escaped.add(e))
                .start(work));
    }

    @Override
    public void run(String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).uncaughtExceptionHandler((thread, e) -> escaped.add(e)).start(work));
    }

    /** Waits until all threads have ended. */
    void awaitAll() throws InterruptedException {
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofSeconds(20))) {
                throw new AssertionError(thread.getName() + " does not end");
            }
        }
    }

    List<Throwable> escaped() {
        return List.copyOf(escaped);
    }
}
