package org.vivavoce.ai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Real threads, and a clock that goes on only when the test says so; what is due then rings on the test's thread. */
final class ScriptedHedgeRunner implements HedgeRunner {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private record Alarm(long atNanos, Runnable work) {}

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>(); // guarded by this
    private long now; // guarded by this
    private int set; // alarms ever; guarded by this

    @Override
    public void run(String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(work));
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized Cancellation.Registration after(Duration delay, Runnable work) {
        Alarm alarm = new Alarm(now + delay.toNanos(), work);
        alarms.add(alarm);
        set++;
        notifyAll();
        return () -> takeBack(alarm);
    }

    private synchronized void takeBack(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Time passes, once so many alarms have been set since the start. */
    void passes(long millis, int alarmsSet) throws InterruptedException {
        List<Alarm> due;
        synchronized (this) {
            long deadline = System.nanoTime() + LIMIT_NANOS;
            while (set < alarmsSet) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("no alarm was set");
                }
                wait(TimeUnit.NANOSECONDS.toMillis(LIMIT_NANOS));
            }
            now += TimeUnit.MILLISECONDS.toNanos(millis);
            due = alarms.stream().filter(alarm -> alarm.atNanos() <= now).toList();
            alarms.removeAll(due);
        }
        due.forEach(alarm -> alarm.work().run());
    }

    /** Whether anything still waits to ring. */
    synchronized boolean isQuiet() {
        return alarms.isEmpty();
    }

    long hedges() {
        return threads.stream().filter(thread -> thread.getName().endsWith("-hedge")).count();
    }

    /** Waits until all threads have ended. */
    void awaitThreads() throws InterruptedException {
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofNanos(LIMIT_NANOS))) {
                throw new AssertionError(thread.getName() + " does not end");
            }
        }
    }
}
