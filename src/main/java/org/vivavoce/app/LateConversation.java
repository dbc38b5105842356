package org.vivavoce.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.vivavoce.session.SpokenConversation;

/** The conversation that tools reach into and that is made after them. Thread-safe; each call returns at once. */
final class LateConversation implements ConversationTools.Reach {

    private final CompletableFuture<SpokenConversation> made = new CompletableFuture<>();
    private final Executor background;

    /** @param background ends it, which may take a moment */
    LateConversation(Executor background) {
        this.background = background;
    }

    /** Here it is; what was wanted of it meanwhile is done now. */
    void isMade(SpokenConversation conversation) {
        made.complete(conversation);
    }

    private void whenMade(Consumer<SpokenConversation> action) {
        made.thenAccept(action).exceptionally(failure -> null); // it is made, or nobody calls tools
    }

    /** Ends it; returns at once. */
    void end() {
        whenMade(conversation -> background.execute(conversation::close));
    }

    @Override
    public void direct(String direction) {
        whenMade(conversation -> conversation.direct(direction));
    }

    @Override
    public void setTimer(Duration length, String what) {
        whenMade(conversation -> conversation.setTimer(length, what));
    }

    @Override
    public void cancelTimer() {
        whenMade(SpokenConversation::cancelTimer);
    }
}
