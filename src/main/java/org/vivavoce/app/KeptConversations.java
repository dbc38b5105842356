package org.vivavoce.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.store.BackgroundWriting;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionWriter;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoreListener;
import org.vivavoce.store.StoreProblem;
import org.vivavoce.store.StoredSession;

/**
 * Keeps conversations in the data folder while they are held. Where that cannot be, the program talks all the same, and the user is told
 * once. Thread-safe; closed when no conversation is held any more.
 */
public final class KeptConversations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptConversations.class);

    private static final Duration IDEAS_LINGER = Duration.ofDays(1);

    private final CompletableFuture<Opened> opened;
    private final Clock clock;
    private final Executor background;
    private final SecureRandom random = new SecureRandom();
    private volatile ConversationListener talking = event -> {
    };

    /**
     * What came of opening the file.
     *
     * @param writing keeps what is said in the background
     */
    private record Opened(Optional<Store> store, Optional<String> problem, Optional<BackgroundWriting> writing) {}

    /**
     * Begins to open what was kept: the program starts meanwhile.
     *
     * @param file       {@code vivavoce.db} of the data folder
     * @param background opens and writes, one thing after the other; closed before this
     */
    KeptConversations(Path file, Clock clock, Executor background) {
        this.clock = clock;
        this.background = background;
        this.opened = CompletableFuture.supplyAsync(() -> open(file, background), background);
    }

    private Opened open(Path file, Executor background) {
        Store.Opening opening = Store.open(file, clock);
        opening.problem().ifPresent(found -> LOG.warn("Conversations: {}, code {}", found.kind(), found.code()));
        opening.store().ifPresent(this::forgetIdeas);
        return new Opened(opening.store(), opening.problem().map(StoreProblem::sentence),
                opening.store().map(open -> new BackgroundWriting(open, background, new Told())));
    }

    /** What was taken back can be given again for a day: whoever thinks better of it does so soon. */
    private void forgetIdeas(Store store) {
        try {
            new Ideas(store).forgetRemovedBefore(clock.instant().minus(IDEAS_LINGER));
        } catch (StoreException e) {
            LOG.warn("Ideas: {}, code {}", e.problem().kind(), e.problem().code());
        }
    }

    /** The store; empty where nothing can be kept. Waits until it is open. */
    public Optional<Store> store() {
        return opened.join().store();
    }

    /** What the user should know of it. Waits until it is open. */
    public Optional<String> problem() {
        return opened.join().problem();
    }

    /**
     * Keeps a conversation that begins.
     *
     * @param earlier  the one that goes on; empty for a new one
     * @param listener is told where it can't be kept
     */
    Optional<SessionWriter> keep(Mode mode, Language language, Optional<StoredSession> earlier,
            ConversationListener listener) {
        talking = listener;
        return opened.join().writing().map(open -> earlier.map(open::goOn).orElseGet(() -> open.begin(
                new NewSession(SessionId.at(clock.instant(), random), mode.id(), mode.name(), language.code(),
                        clock.instant()))));
    }

    /** Returns when all that was told up to now is kept, or could not be; at once where the program is ending. */
    void settle() {
        try {
            CompletableFuture.runAsync(() -> {
            }, background).join();
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing waits for the disk any more");
        }
    }

    Clock clock() {
        return clock;
    }

    /** Tells whoever talks. */
    private final class Told implements StoreListener {
        @Override
        public void failed(StoreProblem found) {
            LOG.warn("Conversations: {}, code {}", found.kind(), found.code());
            talking.on(new ConversationEvent.Trouble(found.sentence(), Help.NONE));
        }

        @Override
        public void solved() {
            talking.on(new ConversationEvent.TroubleOver());
        }
    }

    @Override
    public void close() {
        opened.join().writing().ifPresent(BackgroundWriting::close);
        store().ifPresent(Store::close);
    }
}
