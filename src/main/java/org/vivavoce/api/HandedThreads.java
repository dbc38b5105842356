package org.vivavoce.api;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Threads that were handed in, in the form that Jetty wants. As thread-safe as they are. */
final class HandedThreads implements ThreadPool {

    private final Executor executor;
    private final CountDownLatch over = new CountDownLatch(1);

    HandedThreads(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @Override
    public void join() throws InterruptedException {
        over.await(); // they are not ours to end
    }

    @Override
    public int getThreads() {
        return 0;
    }

    @Override
    public int getIdleThreads() {
        return 0;
    }

    @Override
    public boolean isLowOnThreads() {
        return false;
    }
}
