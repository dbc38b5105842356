package org.vivavoce.app;

import java.util.List;
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
import org.vivavoce.store.Idea;

/**
 * A conversation whose making (native libraries, keychain, a server) takes a moment: it is made in the background, and what is asked of
 * it meanwhile is done when it is there. Thread-safe.
 */
final class StartingConversation implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(StartingConversation.class);
    private static final SessionSummary NOTHING_HAPPENED = new SessionSummary(java.time.Duration.ZERO, 0, 0,
            java.time.Duration.ZERO,
            java.time.Duration.ZERO, 0, java.util.Optional.empty());

    private final CompletableFuture<Made> made = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Supplier<Made> maker;
    private final Executor background;
    private final ConversationListener listener;

    StartingConversation(Supplier<Made> maker, Executor background, ConversationListener listener) {
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
                Made ready = maker.get();
                ready.conversation().start();
                made.complete(ready);
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
        made.thenAccept(ready -> action.accept(ready.conversation())).exceptionally(failure -> null); // the failure has been told
    }

    /** Goes by the settings as they are now, then acts; in the background, for the keychain may take its time. */
    private void afterRefresh(Consumer<SpokenConversation> action) {
        made.thenAcceptAsync(ready -> {
            try {
                ready.refresh().run();
            } catch (CannotStartException e) {
                LOG.warn("The services stay as they were: no port for the built-in partner");
            }
            action.accept(ready.conversation());
        }, background).exceptionally(failure -> null); // the failure has been told
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
        afterRefresh(SpokenConversation::tryAgain);
    }

    @Override
    public void pause(boolean paused) {
        if (paused) {
            whenMade(conversation -> conversation.pause(true));
        } else {
            afterRefresh(conversation -> conversation.pause(false)); // the settings may have been open in the pause
        }
    }

    @Override
    public void takeBack(List<Idea> ideas) {
        made.thenAcceptAsync(ready -> ready.takeBack().accept(ideas), background).exceptionally(failure -> null); // the failure has been told
    }

    @Override
    public void close() {
        if (started.compareAndSet(false, true)) {
            listener.on(new ConversationEvent.Ended(NOTHING_HAPPENED));
        } else if (closing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    made.join().conversation().close();
                } catch (CompletionException e) { // it was never made, which has been told
                    listener.on(new ConversationEvent.Ended(NOTHING_HAPPENED));
                }
            });
        }
    }

    /**
     * A conversation that is there.
     *
     * @param conversation the conversation
     * @param refresh      makes its services go by the settings as they are now
     * @param takeBack     takes ideas back that were saved in it; waits for the disk
     */
    record Made(SpokenConversation conversation, Runnable refresh, Consumer<List<Idea>> takeBack) {}

    /** A conversation cannot be made; the message is the rest of a sentence for the user. */
    static final class CannotStartException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotStartException(String restOfSentence) {
            super(restOfSentence);
        }

        CannotStartException(String restOfSentence, Throwable cause) {
            super(restOfSentence, cause);
        }
    }
}
