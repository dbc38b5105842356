package org.vivavoce.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.FailOver;
import org.vivavoce.ai.HedgeRunner;
import org.vivavoce.ai.RetriedServices;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.Microphone;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.OpenAiServices;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationEvent.Levels;
import org.vivavoce.session.ConversationEvent.StateChanged;
import org.vivavoce.session.ConversationEvent.Trouble;
import org.vivavoce.session.ConversationEvent.TroubleOver;
import org.vivavoce.session.ConversationEvent.UserSaid;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

/**
 * A conversation on its real threads with the real services against a local server that fails as scripted. Waits between two tries take
 * no time. Used by one test thread.
 */
final class FaultyConversation implements AutoCloseable {

    static final String SAID = "I build bridges";
    static final String REPLY = "That is quite right. What else do you build?";
    private static final String KEY = "sk-planted-key-0123456789";
    private static final short LOUD = 3000;
    private static final long REST_MS = 500;
    private static final int FRAMES_SAID = 60;
    private static final int FRAMES_A_LEVEL = 5;
    private static final long LIMIT_S = 20;
    private static final Duration STALL = Duration.ofSeconds(10);

    final LocalOpenAi server;
    private final ScriptedThreads threads = new ScriptedThreads();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<ConversationEvent> told = new LinkedBlockingQueue<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<String> understood = new CopyOnWriteArrayList<>();
    private final List<String> failedOver = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final Kept kept = new Kept();
    private final Runner runner = new Runner();
    private final TalkingMicrophone microphone = new TalkingMicrophone();
    private final Map<Stage, Integer> requestsBefore = new EnumMap<>(Stage.class);
    private final int sentencesBefore;
    private final OpenAiServices healthy;
    private volatile Services current;
    private volatile TurnState state = TurnState.PAUSED;
    private volatile Help help = Help.NONE;
    private final SpokenConversation talk;

    /** A server that many conversations can use, one after the other: it has learned to speak the reply. */
    static LocalOpenAi server() throws IOException, InterruptedException {
        LocalOpenAi server = new LocalOpenAi();
        server.script().transcriptsBy(request -> SAID);
        server.script().repliesBy(request -> REPLY);
        server.prepare("That is quite right.", "What else do you build?");
        return server;
    }

    /** The endpoints of the three services at this server. */
    static List<ServiceEndpoint> endpoints(LocalOpenAi server, String voice) {
        return List.of("whisper-1", "gpt-4o-mini", voice).stream()
                .map(model -> new ServiceEndpoint(server.baseUrl(), KEY, model)).toList();
    }

    /**
     * Begins to listen.
     *
     * @param server stays open when the conversation ends
     * @param voice  the model that speaks
     * @param stall  how long silence in an answer is borne
     */
    FaultyConversation(LocalOpenAi server, String voice, Duration stall) {
        this(server, voice, stall, FaultyConversation::noting);
    }

    /**
     * Begins to listen, with other tools.
     *
     * @param tools makes them; what they want of the conversation, {@link #talk()}, is there when they are called
     */
    FaultyConversation(LocalOpenAi server, String voice, Duration stall, Function<FaultyConversation, Toolbox> tools) {
        this.server = server;
        for (Stage stage : Stage.values()) {
            requestsBefore.put(stage, server.log().of(stage).size());
        }
        sentencesBefore = sentencesOverSockets();
        healthy = OpenAiServices.withStallLimit(endpoints(server, voice), background, stall, stall);
        uses(healthy);
        ScriptedSoundParts sound = new ScriptedSoundParts();
        sound.addLoudspeaker().soundsByItself();
        sound.addMicrophone(microphone);
        SoundParts parts = sound.parts();
        talk = new SpokenConversation(ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, false),
                new SoundParts(parts.devices(), parts.names(), parts.canceller(), parts.meter(),
                        new WavEncoder()::encode, StreamingSpeechDecoder::new),
                services(),
                new SpokenConversation.Environment(threads, microphone.millis::get, this::hear, Trace.NONE, kept,
                        () -> SessionExpense.NONE, tools.apply(this),
                        HistoryListener.NONE));
        talk.start();
        awaitState(TurnState.LISTENING);
    }

    private static Toolbox noting(FaultyConversation conversation) {
        return TestTools.toolbox(conversation.notes::add);
    }

    /** The conversation itself. */
    SpokenConversation talk() {
        return talk;
    }

    /** From now on the conversation goes by other settings. */
    void uses(OpenAiServices services) {
        current = RetriedServices.of(services.services(), runner, stage -> {
        });
    }

    /** From now on others go on where the services stay away. */
    void failsOverTo(LocalOpenAi others, String announcement) {
        Services first = current;
        OpenAiServices second = OpenAiServices.withStallLimit(endpoints(others, "gpt-4o-mini-tts"), background, STALL,
                STALL);
        current = new FailOver(first, second::services, () -> true,
                new FailOver.Switched(announcement, failure -> failedOver.add(failure.sentence()))).services();
    }

    /** What the services failed of when the others took over. */
    List<String> failedOver() {
        return List.copyOf(failedOver);
    }

    /** The settings are right again. */
    void isMended() {
        uses(healthy);
    }

    /** Those that the conversation uses now, as in the program. */
    private Services services() {
        return new Services((request, cancellation) -> current.speechToText().transcribe(request, cancellation),
                (request, onText, cancellation) -> current.languageModel().reply(request, onText, cancellation),
                (request, cancellation) -> current.textToSpeech().speak(request, cancellation),
                () -> current.warm().run(), healthy::close);
    }

    /** The user says something while the key is held, and waits for what comes of it: an answer to its end, or a trouble. */
    void says() {
        says(LOUD);
    }

    /** The same, as loud as this: each of its samples is. */
    void says(short loudness) {
        talk.holdToTalk(true);
        awaitState(TurnState.HEARING);
        microphone.hears(FRAMES_SAID, loudness);
        await(Levels.class::isInstance, FRAMES_SAID / FRAMES_A_LEVEL); // all of them have been heard
        talk.holdToTalk(false);
        awaitState(TurnState.THINKING);
        awaitState(TurnState.LISTENING);
    }

    /** A minute later, which no pause of a service outlasts, the user tries again. */
    void triesAgain() {
        runner.passes(Duration.ofMinutes(1));
        told.clear(); // what was tried by itself meanwhile is over
        talk.tryAgain();
        awaitState(TurnState.THINKING);
        awaitState(TurnState.LISTENING);
    }

    /** The user says nothing for so long; what is tried again meanwhile comes to its end. */
    void rests(Duration time) {
        for (long left = time.toMillis() / REST_MS; left > 0; left--) {
            runner.passes(Duration.ofMillis(REST_MS));
            microphone.hears((int) REST_MS / 10, (short) 0);
            await(Levels.class::isInstance, (int) REST_MS / 10 / FRAMES_A_LEVEL);
            await(event -> {
            }, () -> state == TurnState.LISTENING);
        }
    }

    /** Whether trying again is offered. */
    boolean canTryAgain() {
        return help == Help.TRY_AGAIN || help == Help.SERVICE_SETTINGS; // the key is there with both
    }

    /** How long the conversation has lasted. */
    Duration lasted() {
        return Duration.ofMillis(microphone.millis.get());
    }

    /** The utterances that lie on disk, as they have not been understood. */
    Collection<EncodedAudio> keptUtterances() {
        return kept.pieces.values();
    }

    /** What the user was shown of his own words, turn by turn. */
    List<String> understood() {
        return List.copyOf(understood);
    }

    /** What the partner has noted, in its order. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** What the user was told of troubles since the last call. */
    List<String> troubles() {
        List<String> since = List.copyOf(troubles);
        troubles.clear();
        return since;
    }

    /**
     * Waits until an utterance lies on disk, as it has not been understood, or until none does. Whoever is told that it was understood may
     * be so a moment before it goes: it would be worse the other way round.
     */
    void awaitUtteranceKept(boolean wanted) throws InterruptedException {
        kept.await(wanted);
    }

    /** How often the stage was asked since the conversation began. */
    int requests(Stage stage) {
        int overSockets = stage == Stage.SPEECH ? sentencesOverSockets() - sentencesBefore : 0;
        return server.log().of(stage).size() - requestsBefore.getOrDefault(stage, 0) + overSockets;
    }

    private int sentencesOverSockets() {
        return server.realtime().log().sent("response.create").size();
    }

    /** Ends the conversation; its messages. */
    List<Message> end() throws InterruptedException {
        talk.close();
        if (!talk.awaitEnd(LIMIT_S, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        threads.awaitAll();
        if (!threads.escaped().isEmpty()) {
            throw new AssertionError(threads.escaped().getFirst());
        }
        return talk.messages();
    }

    private void awaitState(TurnState state) {
        await(new StateChanged(state)::equals, 1);
    }

    private void await(Predicate<ConversationEvent> wanted, int count) {
        AtomicInteger left = new AtomicInteger(count);
        await(event -> left.addAndGet(wanted.test(event) ? -1 : 0), () -> left.get() <= 0);
    }

    private void await(Consumer<ConversationEvent> onEach, BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                ConversationEvent event = told.poll(LIMIT_S, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("it does not go on; told: " + troubles);
                }
                onEach.accept(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void hear(ConversationEvent event) {
        switch (event) {
            case Trouble trouble -> {
                troubles.add(trouble.sentence());
                help = trouble.help();
            }
            case UserSaid said -> understood.add(said.text());
            case TroubleOver() -> help = Help.NONE;
            case StateChanged changed -> state = changed.state();
            default -> {
            }
        }
        told.add(event);
    }

    @Override
    public void close() {
        talk.close();
        healthy.close();
        background.close();
    }

    private static final class Kept implements UtteranceKeeper {
        private final Map<Long, EncodedAudio> pieces = new ConcurrentHashMap<>();

        private final Set<Long> released = new HashSet<>(); // guarded by this

        @Override
        public synchronized void keep(long piece, EncodedAudio audio) {
            if (!released.contains(piece)) {
                pieces.put(piece, audio);
                notifyAll();
            }
        }

        @Override
        public synchronized void release(long piece) {
            released.add(piece);
            pieces.remove(piece);
            notifyAll();
        }

        private synchronized void await(boolean wanted) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
            while (pieces.isEmpty() == wanted) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError(
                            wanted ? "no utterance is on the disk" : "an utterance is still on the disk");
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }

    /** A clock that goes on where somebody waits for it. */
    private static final class Runner implements HedgeRunner {
        private final AtomicLong nanos = new AtomicLong();

        void passes(Duration time) {
            nanos.addAndGet(time.toNanos());
        }

        @Override
        public void run(String name, Runnable work) {
            throw new UnsupportedOperationException("nothing is sent twice at a time here");
        }

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public Cancellation.Registration after(Duration delay, Runnable work) {
            passes(delay);
            work.run();
            return () -> {
            };
        }
    }

    /** A microphone that delivers frames when it is told to; time goes on with them. */
    private static final class TalkingMicrophone implements Microphone {
        private final AtomicLong millis = new AtomicLong();
        private final ScriptedMicrophone frames = new ScriptedMicrophone();

        void hears(int count, short loudness) {
            for (int i = 0; i < count; i++) {
                frames.hears(loudness);
            }
        }

        @Override
        public boolean read(short[] frame) throws AudioDeviceException {
            boolean there = frames.read(frame);
            millis.addAndGet(10);
            return there;
        }

        @Override
        public String deviceName() {
            return frames.deviceName();
        }

        @Override
        public long overruns() {
            return 0;
        }

        @Override
        public void close() {
            frames.close();
        }
    }
}
