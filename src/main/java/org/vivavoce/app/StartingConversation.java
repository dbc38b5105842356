package org.vivavoce.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.session.SpokenConversation;

/**
 * A conversation whose making (native libraries, keychain, a server) takes a moment: it is made in the background, and what is asked of
 * it meanwhile is done when it is there. Thread-safe.
 */
final class StartingConversation implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(StartingConversation.class);
    private static final SessionSummary NOTHING_HAPPENED = new SessionSummary(java.time.Duration.ZERO, 0, 0,
            java.time.Duration.ZERO,
            java.time.Duration.ZERO, 0, java.util.Optional.empty());

    private final CompletableFuture<SpokenConversation> made = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final Supplier<SpokenConversation> maker;
    private final Executor background;
    private final ConversationListener listener;

    StartingConversation(Supplier<SpokenConversation> maker, Executor background, ConversationListener listener) {
        this.maker = maker;
        this.background = background;
        this.listener = listener;
    }

    @Override
    public void start() {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        background.execute(() -> {
            try {
                SpokenConversation conversation = maker.get();
                conversation.start();
                made.complete(conversation);
            } catch (RuntimeException e) {
                LOG.error("A conversation could not be made: {}", e.getClass().getName());
                made.completeExceptionally(e);
                listener.on(new ConversationEvent.Trouble("The conversation could not be started: "
                        + (e instanceof CannotStartException ? e.getMessage() : "see the log in the data folder."),
                        ConversationEvent.Help.SERVICE_SETTINGS));
            }
        });
    }

    private void whenMade(Consumer<SpokenConversation> action) {
        made.thenAccept(action).exceptionally(failure -> null); // the failure has been told
    }

    @Override
    public void mute(boolean muted) {
        whenMade(conversation -> conversation.mute(muted));
    }

    @Override
    public void holdToTalk(boolean pressed) {
        whenMade(conversation -> conversation.holdToTalk(pressed));
    }

    @Override
    public void done() {
        whenMade(SpokenConversation::done);
    }

    @Override
    public void stopPartner() {
        whenMade(SpokenConversation::stopPartner);
    }

    @Override
    public void type(String text) {
        whenMade(conversation -> conversation.type(text));
    }

    @Override
    public void tryAgain() {
        whenMade(SpokenConversation::tryAgain);
    }

    @Override
    public void pause(boolean paused) {
        whenMade(conversation -> conversation.pause(paused));
    }

    @Override
    public void close() {
        if (!started.compareAndSet(false, true)) {
            try {
                made.join().close();
                return;
            } catch (CompletionException e) {
                LOG.debug("Closed without having been made");
            }
        }
        listener.on(new ConversationEvent.Ended(NOTHING_HAPPENED));
    }

    /** A conversation cannot be made; the message is the rest of a sentence for the user. */
    static final class CannotStartException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotStartException(String restOfSentence, Throwable cause) {
            super(restOfSentence, cause);
        }
    }
}
