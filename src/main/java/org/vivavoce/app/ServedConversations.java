package org.vivavoce.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.vivavoce.api.Conversations;
import org.vivavoce.api.SessionWatcher;
import org.vivavoce.notes.Notes;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.SessionClock;
import org.vivavoce.session.SpokenConversation;
import org.vivavoce.session.Trace;
import org.vivavoce.session.WrittenConversation;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.SessionWriter;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoredSession;

/** Makes conversations for the HTTP interface: those of the window and the terminal, held in writing. Thread-safe. */
final class ServedConversations implements Conversations {

    private final Foundation foundation;
    private final AppThreads threads;
    private final ConversationMaker maker;
    private final Purse purse;
    private final ConversationPlans plans;
    private final Store store;
    private final Supplier<Settings> settings;

    /**
     * Makes them by the settings.
     *
     * @param store    where they are kept
     * @param settings what holds at any moment
     */
    ServedConversations(Foundation foundation, AppThreads threads, ConversationMaker maker, Purse purse, Store store,
            Supplier<Settings> settings) {
        this.foundation = foundation;
        this.threads = threads;
        this.maker = maker;
        this.purse = purse;
        this.plans = new ConversationPlans(foundation.languages(), foundation.learned());
        this.store = store;
        this.settings = settings;
    }

    @Override
    public List<Mode> modes() {
        return foundation.modes().modes();
    }

    @Override
    public List<Language> languages() {
        return foundation.languages().languages();
    }

    @Override
    public Language usualLanguage(Mode mode) {
        Language english = foundation.languages().english();
        return mode.asksLanguage()
                ? foundation.languages().find(settings.get().language()).orElse(english)
                : english;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Path recordings() {
        return foundation.folder().recordings();
    }

    @Override
    public void settle() {
        foundation.kept().settle();
    }

    @Override
    public Held begin(Mode mode, Language language, boolean opening, SessionWatcher watcher)
            throws CannotHoldException {
        return held(new ConversationMaker.Wish(mode, language, settings, opening, Trace.NONE), watcher);
    }

    @Override
    public Held goOn(StoredSession earlier, SessionWatcher watcher) throws CannotHoldException {
        String modeId = earlier.session().begun().mode();
        Mode mode = foundation.modes().find(modeId).orElseThrow(() -> new CannotHoldException("The mode \"" + modeId
                + "\" of this session is there no more: put its file back into the folder of your modes."));
        Language language = foundation.languages().find(earlier.session().begun().language())
                .orElse(foundation.languages().english());
        return held(new ConversationMaker.Wish(mode, language, settings, false, Trace.NONE, Optional.of(earlier)),
                watcher);
    }

    private Held held(ConversationMaker.Wish wish, SessionWatcher watcher) throws CannotHoldException {
        try {
            return make(wish, watcher);
        } catch (StartingConversation.CannotStartException e) {
            throw new CannotHoldException("The conversation could not be started: " + e.getMessage());
        }
    }

    private Held make(ConversationMaker.Wish wish, SessionWatcher watcher) throws CannotHoldException {
        Settings now = settings.get();
        if (now.budget().monthDollars() > 0) {
            purse.require(maker.inUse(wish), now.budget());
        }
        long start = System.nanoTime();
        SessionClock clock = () -> (System.nanoTime() - start) / 1_000_000;
        WatcherTold told = new WatcherTold(watcher);
        ExpenseMeter meter = new ExpenseMeter();
        LiveServices services = maker.services(wish, meter, clock, told);
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {
        });
        BudgetWatch watch = purse.watch(() -> settings.get().budget(), meter, () -> end.get().run(), told);
        ConversationTools tools = new ConversationTools(() -> end.get().run(), Optional.empty(), watch);
        KeptConversations kept = foundation.kept();
        SessionWriter writer = kept.keep(wish.mode(), wish.language(), wish.earlier(), told)
                .orElseThrow(() -> new CannotHoldException("No conversation can be kept at present."));
        SessionRecorder recorder = new SessionRecorder(writer, watch::expense, kept.clock(), sounded -> {
        }, tools);
        Notes notes = GivenNotes.read(now.notes(), told);
        WrittenConversation conversation = new WrittenConversation(
                plans.of(wish, now.turnTaking(), maker.inUse(wish).ownServers(), notes), services.services(),
                new SpokenConversation.Environment(threads, clock, recorder, wish.trace(), new NoUtterances(),
                        watch::expense,
                        tools.toolbox(wish.mode(), kept, Optional.of(writer.id()), notes),
                        (messages, known) -> {
                            recorder.changed(messages, known);
                            kept.settle(); // an idea that comes up is its session's only when that is kept
                        }));
        end.set(conversation::close);
        conversation.open();
        return new Held(writer.begun(), conversation);
    }
}
