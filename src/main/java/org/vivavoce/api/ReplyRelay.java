package org.vivavoce.api;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Passes what happens in a session on to whoever receives its reply now. Thread-safe. */
final class ReplyRelay implements SessionWatcher {

    private final AtomicReference<Optional<ReplySink>> listening = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private volatile Optional<String> refusal = Optional.empty();

    /** @param sink empty between two replies */
    void to(Optional<ReplySink> sink) {
        listening.set(sink);
    }

    /** Is done when the conversation has ended. */
    CompletableFuture<Boolean> over() {
        return over;
    }

    /** Why the conversation has ended and may not go on; empty where it may. */
    Optional<String> refusal() {
        return refusal;
    }

    @Override
    public void ideaSaved(String idea) {
        listening.get().ifPresent(sink -> sink.ideaSaved(idea));
    }

    @Override
    public void ideaTakenBack(String idea) {
        listening.get().ifPresent(sink -> sink.ideaTakenBack(idea));
    }

    @Override
    public void noticed(String sentence) {
        listening.get().ifPresent(sink -> sink.noticed(sentence));
    }

    @Override
    public void ended(Optional<String> remark) {
        refusal = remark;
        over.complete(true);
    }
}
