package org.vivavoce.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A voice that writes down what it gets: {@code "0: 13"} for 13 samples of the first sentence, {@code "0 complete"}, {@code "end"}. */
final class RecordingVoice implements PartnerVoice {

    private final List<String> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean available = true;

    List<String> got() {
        return List.copyOf(got);
    }

    void goes() {
        available = false;
    }

    void awaitEnd() throws InterruptedException {
        if (!end.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the reply does not end: " + got);
        }
    }

    /** Waits until something is there. */
    void awaitGot(String entry) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!got.contains(entry)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + entry + " in " + got);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public void begin(long reply, boolean held) {
        got.clear();
    }

    @Override
    public void release(long reply) {}

    @Override
    public void hold(long reply) {}

    @Override
    public void aside(short[] samples) {
        got.add("aside: " + samples.length);
    }

    @Override
    public void endAside() {}

    @Override
    public boolean put(long reply, int sentence, short[] samples) {
        got.add(sentence + ": " + samples.length);
        return true;
    }

    @Override
    public void endSentence(long reply, int sentence) {
        got.add(sentence + " complete");
    }

    @Override
    public void end(long reply) {
        got.add("end");
        end.countDown();
    }

    @Override
    public HeardSentences interrupt() {
        return HeardSentences.NOTHING;
    }

    @Override
    public void soften(double byDb) {}

    @Override
    public HeardSentences pause() {
        return HeardSentences.NOTHING;
    }

    @Override
    public void resume(int sentence, long fromSample) {}

    @Override
    public boolean sounds() {
        return false;
    }

    @Override
    public double levelDbfs() {
        return -100;
    }

    @Override
    public long soundedMillis() {
        return 0;
    }
}
