package org.vivavoce.app;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.HedgedServices;
import org.vivavoce.ai.RetriedServices;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.audio.EchoCancellers;
import org.vivavoce.audio.JavaSoundSystem;
import org.vivavoce.audio.LevelMeter;
import org.vivavoce.audio.RealTimePacer;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.OpenAiServices;
import org.vivavoce.openai.ServerMemory;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.VoiceList;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.SessionClock;
import org.vivavoce.session.SoundParts;
import org.vivavoce.session.SpokenConversation;
import org.vivavoce.session.Trace;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.Settings;

/** Makes conversations from what the user has chosen. Thread-safe. */
public final class ConversationMaker {

    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Foundation foundation;
    private final AppThreads threads;
    private final ConversationPlans plans;
    private final OfflinePartner partner;
    private final Purse purse;
    private final RememberedServers memory;
    private final SoundSystem soundSystem = new JavaSoundSystem(new RealTimePacer());

    ConversationMaker(Foundation foundation, AppThreads threads, OfflinePartner partner, Purse purse) {
        this.foundation = foundation;
        this.plans = new ConversationPlans(foundation.languages(), foundation.learned());
        this.threads = threads;
        this.partner = partner;
        this.purse = purse;
        this.memory = new RememberedServers(foundation.servers());
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
        return new StartingConversation(() -> make(wish, listener), threads.background(), listener);
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
        LiveServices services = new LiveServices(() -> choice(wish, meter, clock));
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {
        });
        BudgetWatch watch = purse.watch(() -> wish.settings().get().budget(), meter,
                () -> threads.background().execute(() -> end.get().run()),
                new HoldKeeper(wish.mode(), wish.language(), foundation.learned(), new LatencyLog(listener)));
        UnsentUtterances keeper = new UnsentUtterances(foundation.folder().recordings().resolve("unsent"),
                LocalDateTime.now(ZoneId.systemDefault()).format(FILE_TIME));
        SpokenConversation conversation = new SpokenConversation(
                plans.of(wish.mode(), wish.language(), settings.turnTaking(), wish.opening()),
                sound, services.services(),
                new SpokenConversation.Environment(threads, clock, watch, wish.trace(), keeper, watch::expense));
        end.set(conversation::close);
        return new StartingConversation.Made(conversation, services::refresh);
    }

    private ServicePreset inUse(Wish wish) {
        return foundation.presets().inUse(wish.settings().get().service(), foundation.keys());
    }

    private LiveServices.Choice choice(Wish wish, ExpenseMeter meter, SessionClock clock) {
        ServicePreset preset = inUse(wish);
        Optional<String> key = foundation.keys().key(preset.key());
        boolean classic = ConversationPlans.isClassic(wish.settings().get().turnTaking());
        return new LiveServices.Choice(List.of(preset, key, classic),
                () -> new OpenAiServices(endpoints(preset, key, wish.mode(), wish.language()), threads.background(),
                        new TracedVoice(wish.trace(), clock), memory),
                plain -> {
                    Services metered = purse.metered(plain, preset, meter);
                    return classic ? metered : withCare(metered, preset.hedged(), wish.trace(), clock);
                });
    }

    /** What is slow is asked a second time, where the service bears it; what fails for a moment is asked again. */
    private Services withCare(Services plain, boolean hedged, Trace trace, SessionClock clock) {
        HedgeThreads runner = new HedgeThreads(threads);
        Services prompt = hedged
                ? HedgedServices.of(plain, runner, stage -> told(trace, clock, "hedge", stage))
                : plain;
        return RetriedServices.of(prompt, runner, stage -> told(trace, clock, "sent-again", stage));
    }

    private static void told(Trace trace, SessionClock clock, String event, Stage stage) {
        trace.event(clock.millis(), event, Map.of("stage", stage.name().toLowerCase(Locale.ROOT)));
    }

    /** Services to be tried: what was learned of them is forgotten first and learned anew. */
    OpenAiServices trial(ServiceProbe.Asked asked, VoiceListener listener) {
        for (Stage stage : Stage.values()) {
            memory.forget(ServerMemory.Service.of(endpoint(ServiceParts.of(asked.preset(), stage), "", asked.mode(),
                    asked.language()), stage));
        }
        return new OpenAiServices(endpoints(asked.preset(), asked.key(), asked.mode(), asked.language()),
                threads.background(), listener, memory);
    }

    /** The voices that the server of the voice lists. Blocks. */
    List<String> voices(ServiceProbe.Asked asked, Cancellation cancellation) {
        return new VoiceList(endpoint(asked.preset().speech(), asked.key().orElse(""), asked.mode(), asked.language()),
                threads.background()).names(cancellation);
    }

    private List<ServiceEndpoint> endpoints(ServicePreset preset, Optional<String> key, Mode mode, Language language) {
        return Arrays.stream(Stage.values())
                .map(stage -> endpoint(ServiceParts.of(preset, stage), key.orElse(""), mode, language)).toList();
    }

    private ServiceEndpoint endpoint(Settings.Endpoint endpoint, String key, Mode mode, Language language) {
        String model = ServiceParts.model(endpoint, mode, language);
        if (!endpoint.baseUrl().isEmpty()) {
            return new ServiceEndpoint(endpoint.baseUrl(), key, model, foundation.models().abilitiesOf(model));
        }
        try {
            return new ServiceEndpoint(partner.url(), "", model);
        } catch (IOException e) {
            throw new StartingConversation.CannotStartException(
                    "the built-in partner found no free port on this computer; close other programs or choose another service.",
                    e);
        }
    }
}
