package org.vivavoce.app;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.vivavoce.ai.FailOver;
import org.vivavoce.ai.HedgedServices;
import org.vivavoce.ai.PatientServices;
import org.vivavoce.ai.RetriedServices;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.EchoCancellers;
import org.vivavoce.audio.JavaSoundSystem;
import org.vivavoce.audio.LevelMeter;
import org.vivavoce.audio.RealTimePacer;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.notes.Notes;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.HistoryListener;
import org.vivavoce.session.KeptUtterance;
import org.vivavoce.session.SessionClock;
import org.vivavoce.session.SoundParts;
import org.vivavoce.session.SpokenConversation;
import org.vivavoce.session.Trace;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.Recordings;
import org.vivavoce.store.SessionWriter;
import org.vivavoce.store.StoredSession;

/** Makes conversations from what the user has chosen. Thread-safe. */
public final class ConversationMaker {

    private static final String SENT_AGAIN = "What you said last had not been understood when this conversation ended: it is sent again.";
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Foundation foundation;
    private final AppThreads threads;
    private final ConversationPlans plans;
    private final Purse purse;
    private final ServiceMaker services;
    private final SoundSystem soundSystem = new JavaSoundSystem(new RealTimePacer());

    ConversationMaker(Foundation foundation, AppThreads threads, OfflinePartner partner, Purse purse) {
        this.foundation = foundation;
        this.plans = new ConversationPlans(foundation.languages(), foundation.learned());
        this.threads = threads;
        this.purse = purse;
        this.services = new ServiceMaker(foundation, threads.background(), partner);
    }

    /**
     * What a conversation is to be.
     *
     * @param mode     the kind of practice
     * @param language for the prompts and the opening
     * @param settings what holds at any moment
     * @param opening  whether the partner speaks first
     * @param trace    takes the times
     * @param earlier  the conversation that goes on; empty for a new one
     */
    public record Wish(Mode mode, Language language, Supplier<Settings> settings, boolean opening, Trace trace,
            Optional<StoredSession> earlier) {

        /** A new conversation. */
        public Wish(Mode mode, Language language, Supplier<Settings> settings, boolean opening, Trace trace) {
            this(mode, language, settings, opening, trace, Optional.empty());
        }

        private Wish after(StoredSession session) {
            return new Wish(mode, language, settings, opening, trace, Optional.of(session));
        }
    }

    /** A conversation that is not started; making it takes a moment and happens in the background when it starts. */
    public Conversation prepare(Wish wish, ConversationListener listener) {
        return new StartingConversation(() -> make(wish, listener), threads.background(), listener);
    }

    /**
     * An earlier conversation that goes on; it is not started either.
     *
     * @param earlier reads it, in the background, when it starts
     */
    public Conversation resume(Wish wish, Supplier<StoredSession> earlier, ConversationListener listener) {
        return new StartingConversation(() -> make(wish.after(earlier.get()), listener), threads.background(),
                listener);
    }

    /** Makes the services that conversations need. */
    public ServiceMaker services() {
        return services;
    }

    /** The devices of this computer. */
    public SoundSystem soundSystem() {
        return soundSystem;
    }

    private StartingConversation.Made make(Wish wish, ConversationListener listener) {
        Settings settings = wish.settings().get();
        if (settings.budget().monthDollars() > 0) {
            purse.require(inUse(wish), settings.budget());
        }
        LevelMeter levels = new LevelMeter();
        SoundParts sound = new SoundParts(new FollowingSoundSystem(soundSystem, () -> wish.settings().get().sound()),
                new SoundParts.Names(settings.sound().microphone(), settings.sound().loudspeaker()),
                new EchoCancellers().open().canceller(), levels::measure, new WavEncoder()::encode,
                StreamingSpeechDecoder::new);
        long start = System.nanoTime();
        SessionClock clock = () -> (System.nanoTime() - start) / 1_000_000;
        ExpenseMeter meter = new ExpenseMeter();
        LiveServices services = services(wish, meter, clock, listener);
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {
        });
        BudgetWatch watch = purse.watch(() -> wish.settings().get().budget(), meter,
                () -> threads.background().execute(() -> end.get().run()),
                new HoldKeeper(wish.mode(), wish.language(), foundation.learned(), new LatencyLog(listener)));
        String sitting = LocalDateTime.now(ZoneId.systemDefault()).format(FILE_TIME);
        LateConversation late = new LateConversation(threads.background());
        ConversationTools tools = new ConversationTools(late::end, Optional.of(late), watch);
        Optional<SessionWriter> writer = foundation.kept().keep(wish.mode(), wish.language(), wish.earlier(), listener);
        Optional<SessionRecorder> recorder = writer
                .map(session -> new SessionRecorder(session, watch::expense, foundation.kept().clock(),
                        new SoundRecorder(session, foundation.folder().recordings(), sitting,
                                () -> wish.settings().get().recordings().allowed(), threads.recording(),
                                listener)::keep,
                        tools));
        UnsentUtterances keeper = new UnsentUtterances(Recordings.unsent(foundation.folder().recordings(),
                writer.map(session -> session.id().text()).orElse(sitting)), sitting);
        List<KeptUtterance> unheard = keeper.left();
        if (!unheard.isEmpty()) {
            listener.on(new ConversationEvent.Noticed(SENT_AGAIN));
        }
        Notes notes = GivenNotes.read(settings.notes(), listener);
        SpokenConversation conversation = new SpokenConversation(
                plans.of(wish, settings.turnTaking(), inUse(wish).ownServers(), notes).withUnheard(unheard),
                sound, services.services(),
                new SpokenConversation.Environment(threads, clock,
                        recorder.map(ConversationListener.class::cast).orElse(tools), wish.trace(), keeper,
                        watch::expense,
                        tools.toolbox(wish.mode(), foundation.kept(), writer.map(SessionWriter::id), notes),
                        recorder.map(HistoryListener.class::cast).orElse(HistoryListener.NONE)));
        end.set(conversation::close);
        late.isMade(conversation);
        return new StartingConversation.Made(conversation, services::refresh, tools::takeBack);
    }

    /** The services of a conversation, which follow the settings. May block. */
    LiveServices services(Wish wish, ExpenseMeter meter, SessionClock clock, ConversationListener listener) {
        return new LiveServices(() -> choice(wish, meter, new Told(wish.trace(), clock, listener)));
    }

    /** The services that a conversation uses as things are set now. */
    ServicePreset inUse(Wish wish) {
        return foundation.presets().inUse(wish.settings().get().service(), foundation.keys());
    }

    /** Those who are told how the services do. */
    private record Told(Trace trace, SessionClock clock, ConversationListener listener) {
        void failedOver(ServiceException failure) {
            event("fail-over", failure.stage());
            listener.on(new ConversationEvent.Noticed(failure.sentence()
                    + " Meanwhile the built-in partner goes on, to the end of this conversation; it can't understand speech."));
        }

        void event(String event, Stage stage) {
            trace.event(clock.millis(), event, Map.of("stage", stage.name().toLowerCase(Locale.ROOT)));
        }
    }

    private LiveServices.Choice choice(Wish wish, ExpenseMeter meter, Told told) {
        ServicePreset preset = inUse(wish);
        ServiceKeys keys = ServiceKeys.kept(preset, foundation.keys());
        Set<String> inClear = wish.settings().get().service().inClear();
        boolean classic = ConversationPlans.isClassic(wish.settings().get().turnTaking());
        return new LiveServices.Choice(List.of(preset, keys, inClear, classic),
                () -> services.make(new ServiceMaker.Order(preset, keys, inClear, wish.mode(), wish.language()),
                        new TracedVoice(told.trace(), told.clock(), told.listener())),
                plain -> {
                    Services metered = purse.metered(plain, preset, meter);
                    return classic ? metered : withASecond(withCare(metered, preset, told), wish, preset, told);
                });
    }

    /** Where the user wants that, the built-in partner goes on in place of services that stay away. */
    private Services withASecond(Services first, Wish wish, ServicePreset preset, Told told) {
        if (preset.id().equals(ServicePresets.OFFLINE)) {
            return first;
        }
        ServicePreset builtIn = foundation.presets().byId(ServicePresets.OFFLINE).orElseThrow();
        ServiceMaker.Order order = new ServiceMaker.Order(builtIn, ServiceKeys.kept(builtIn, foundation.keys()),
                Set.of(),
                wish.mode(), wish.language());
        Language spoken = wish.mode().asksLanguage() ? wish.language() : foundation.languages().english();
        return new FailOver(first,
                () -> services.make(order, new TracedVoice(told.trace(), told.clock(), told.listener())).services(),
                () -> wish.settings().get().service().failOver(),
                new FailOver.Switched(spoken.offlineTakesOver(), told::failedOver)).services();
    }

    /**
     * What is slow is asked a second time, where the service bears it, and told, where it may have a reason; what fails for a moment is
     * asked again.
     */
    private Services withCare(Services plain, ServicePreset preset, Told told) {
        HedgeThreads runner = new HedgeThreads(threads);
        Services prompt = preset.hedged()
                ? HedgedServices.of(plain, runner, stage -> told.event("hedge", stage))
                : plain;
        Services retried = RetriedServices.of(prompt, runner, stage -> told.event("sent-again", stage));
        return preset.ownServers() ? PatientServices.of(retried, runner, new SlowServices(told.listener())) : retried;
    }
}
