package org.vivavoce.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.session.SessionThreads;

/**
 * All threads of the program. Long-lived ones are daemons with a name of their own; short blocking work runs on virtual threads. What
 * escapes a thread is logged by its class only, for messages may hold what was said. Thread-safe.
 */
public final class AppThreads implements SessionThreads, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppThreads.class);

    private static final int END_WAIT_S = 3;
    private static final int RECORDING_WAIT_S = 15; // the last long answer takes a few seconds to be encoded

    private final ExecutorService background = Executors.newThreadPerTaskExecutor(virtual("background-"));
    private final ExecutorService keeping = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon()
            .name("keeping").uncaughtExceptionHandler(AppThreads::escaped).factory());
    @SuppressWarnings("ThreadPriorityCheck") // nobody waits for it
    private final ExecutorService recording = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon()
            .name("recording").priority(Thread.MIN_PRIORITY).uncaughtExceptionHandler(AppThreads::escaped).factory());
    private final ExecutorService partner = Executors.newThreadPerTaskExecutor(virtual("partner-"));
    private final ExecutorService api = Executors.newThreadPerTaskExecutor(virtual("api-"));

    private static ThreadFactory virtual(String prefix) {
        return Thread.ofVirtual().name(prefix, 0).uncaughtExceptionHandler(AppThreads::escaped).factory();
    }

    private static void escaped(Thread thread, Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        LOG.error("{} ended by {} at {}", thread.getName(), problem.getClass().getName(),
                trace.length > 0 ? trace[0] : "?");
    }

    /** These hear, decide and speak: they do little, and that at once, however busy the computer is. */
    @Override
    public void start(String name, Runnable work) {
        start(name, Thread.MAX_PRIORITY, work);
    }

    /** Work that nobody waits for yet. */
    public void startAside(String name, Runnable work) {
        start(name, Thread.MIN_PRIORITY, work);
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it: on a busy computer sound stutters less
    private static void start(String name, int priority, Runnable work) {
        Thread.ofPlatform().daemon().name(name).priority(priority).uncaughtExceptionHandler(AppThreads::escaped)
                .start(work);
    }

    @Override
    public void run(String name, Runnable work) {
        Thread.ofVirtual().name(name).uncaughtExceptionHandler(AppThreads::escaped).start(work);
    }

    /** Runs what may block. */
    public Executor background() {
        return background;
    }

    /** Writes what is kept of conversations, one thing after the other: SQLite's calls would hold a virtual thread's carrier. */
    public Executor keeping() {
        return keeping;
    }

    /** Makes files of what sounded, one after the other, when there is time. */
    public Executor recording() {
        return recording;
    }

    /** Runs the requests to the built-in partner. */
    public Executor partner() {
        return partner;
    }

    /** Runs the requests to the HTTP interface. */
    public Executor api() {
        return api;
    }

    /** Work that is done when the process ends, also by Ctrl-C; nothing can be printed after it. One call a process. */
    public static void atShutdown(String name, Runnable work) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name(name).unstarted(() -> {
            work.run();
            StandardOutput.close();
        }));
    }

    @Override
    public void close() {
        background.shutdown(); // settings may still be on their way to the disk
        recording.shutdown();
        try {
            if (!recording.awaitTermination(RECORDING_WAIT_S, TimeUnit.SECONDS)) {
                LOG.warn("A recording was broken off at the end");
            }
            keeping.shutdown();
            if (!background.awaitTermination(END_WAIT_S, TimeUnit.SECONDS)
                    || !keeping.awaitTermination(END_WAIT_S, TimeUnit.SECONDS)) {
                LOG.warn("Background work was broken off at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeping.shutdown();
        background.shutdownNow();
        partner.shutdownNow();
        api.shutdownNow();
    }
}
