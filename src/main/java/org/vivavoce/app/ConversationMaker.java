package org.vivavoce.app;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.vivavoce.ai.HedgedServices;
import org.vivavoce.ai.PatientServices;
import org.vivavoce.ai.RetriedServices;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.EchoCancellers;
import org.vivavoce.audio.JavaSoundSystem;
import org.vivavoce.audio.LevelMeter;
import org.vivavoce.audio.RealTimePacer;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.SessionClock;
import org.vivavoce.session.SoundParts;
import org.vivavoce.session.SpokenConversation;
import org.vivavoce.session.Trace;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.StoredSession;

/** Makes conversations from what the user has chosen. Thread-safe. */
public final class ConversationMaker {

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
     */
    public record Wish(Mode mode, Language language, Supplier<Settings> settings, boolean opening, Trace trace) {}

    /** A conversation that is not started; making it takes a moment and happens in the background when it starts. */
    public Conversation prepare(Wish wish, ConversationListener listener) {
        return new StartingConversation(() -> make(wish, List.of(), listener), threads.background(), listener);
    }

    /**
     * An earlier conversation that goes on; it is not started either.
     *
     * @param earlier reads it, in the background, when it starts
     */
    public Conversation resume(Wish wish, Supplier<StoredSession> earlier, ConversationListener listener) {
        return new StartingConversation(() -> make(wish, earlier.get().history(), listener), threads.background(),
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

    private StartingConversation.Made make(Wish wish, List<Message> earlier, ConversationListener listener) {
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
        LiveServices services = new LiveServices(
                () -> choice(wish, meter, new Told(wish.trace(), clock, listener)));
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {
        });
        BudgetWatch watch = purse.watch(() -> wish.settings().get().budget(), meter,
                () -> threads.background().execute(() -> end.get().run()),
                new HoldKeeper(wish.mode(), wish.language(), foundation.learned(), new LatencyLog(listener)));
        UnsentUtterances keeper = new UnsentUtterances(foundation.folder().recordings().resolve("unsent"),
                LocalDateTime.now(ZoneId.systemDefault()).format(FILE_TIME));
        SpokenConversation conversation = new SpokenConversation(
                plans.of(wish, settings.turnTaking(), inUse(wish).ownServers()).after(earlier),
                sound, services.services(),
                new SpokenConversation.Environment(threads, clock, watch, wish.trace(), keeper, watch::expense));
        end.set(conversation::close);
        return new StartingConversation.Made(conversation, services::refresh);
    }

    private ServicePreset inUse(Wish wish) {
        return foundation.presets().inUse(wish.settings().get().service(), foundation.keys());
    }

    /** Those who are told how the services do. */
    private record Told(Trace trace, SessionClock clock, ConversationListener listener) {
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
                    return classic ? metered : withCare(metered, preset, told);
                });
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
