package org.vivavoce.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.HedgeRunner;
import org.vivavoce.ai.RetriedServices;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.Microphone;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.OpenAiServices;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.Levels;
import org.vivavoce.session.ConversationEvent.StateChanged;
import org.vivavoce.session.ConversationEvent.Trouble;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

/**
 * A conversation on its real threads with the real services against a local server that fails as scripted. Waits between two tries take
 * no time. Used by one test thread.
 */
final class FaultyConversation implements AutoCloseable {

    static final String SAID = "I build bridges";
    static final String REPLY = "That is quite right. What else do you build?";
    private static final Duration STALL = Duration.ofSeconds(1);
    private static final int FRAMES_SAID = 60;
    private static final int FRAMES_A_LEVEL = 5;
    private static final long LIMIT_S = 20;

    final LocalOpenAi server;
    private final ScriptedThreads threads = new ScriptedThreads();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<ConversationEvent> told = new LinkedBlockingQueue<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final Kept kept = new Kept();
    private final Runner runner = new Runner();
    private final TalkingMicrophone microphone = new TalkingMicrophone();
    private final SpokenConversation talk;

    /** @param speechToText where the recogniser is, for what is no answer at all; empty for the local server */
    FaultyConversation(String speechToText) throws IOException, InterruptedException {
        server = new LocalOpenAi();
        server.script().transcriptsBy(request -> SAID);
        server.script().repliesBy(request -> REPLY);
        server.prepare("That is quite right.", "What else do you build?");
        OpenAiServices services = OpenAiServices.withStallLimit(
                List.of(endpoint(speechToText.isEmpty() ? server.baseUrl() : speechToText, "whisper-1"),
                        endpoint(server.baseUrl(), "gpt-4o-mini"), endpoint(server.baseUrl(), "gpt-4o-mini-tts")),
                background, STALL, STALL);
        ScriptedSoundParts sound = new ScriptedSoundParts();
        sound.addLoudspeaker().soundsByItself();
        sound.addMicrophone(microphone);
        SoundParts parts = sound.parts();
        talk = new SpokenConversation(ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, false),
                new SoundParts(parts.devices(), parts.names(), parts.canceller(), parts.meter(),
                        new WavEncoder()::encode, StreamingSpeechDecoder::new),
                RetriedServices.of(services.services(), runner, stage -> {
                }), new SpokenConversation.Environment(threads, microphone.millis::get, this::hear, Trace.NONE, kept,
                        () -> SessionExpense.NONE));
        talk.start();
        awaitState(TurnState.LISTENING);
    }

    private static ServiceEndpoint endpoint(String url, String model) {
        return new ServiceEndpoint(url, "sk-planted-key-0123456789", model);
    }

    /** The user says something while the key is held, and waits for what comes of it: an answer to its end, or a trouble. */
    void says() {
        talk.holdToTalk(true);
        awaitState(TurnState.HEARING);
        microphone.hears(FRAMES_SAID);
        await(Levels.class::isInstance, FRAMES_SAID / FRAMES_A_LEVEL); // all of them have been heard
        talk.holdToTalk(false);
        awaitState(TurnState.THINKING);
        awaitState(TurnState.LISTENING);
    }

    /** A minute later, which no pause of a service outlasts, the user tries again. */
    void triesAgain() {
        runner.passes(Duration.ofMinutes(1));
        talk.tryAgain();
        awaitState(TurnState.THINKING);
        awaitState(TurnState.LISTENING);
    }

    /** What the user was told of troubles since the last call. */
    List<String> troubles() {
        List<String> since = List.copyOf(troubles);
        troubles.clear();
        return since;
    }

    /** Whether the utterance lies on disk, as it has not been understood. */
    boolean isUtteranceKept() {
        return !kept.pieces.isEmpty();
    }

    int requests(Stage stage) {
        return server.log().of(stage).size();
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
        try {
            for (int left = count; left > 0;) {
                ConversationEvent event = told.poll(LIMIT_S, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("it does not go on; told: " + troubles);
                }
                left -= wanted.test(event) ? 1 : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void hear(ConversationEvent event) {
        if (event instanceof Trouble trouble) {
            troubles.add(trouble.sentence());
        }
        told.add(event);
    }

    @Override
    public void close() {
        talk.close();
        server.close();
        background.close();
    }

    private static final class Kept implements UtteranceKeeper {
        private final Set<Long> pieces = ConcurrentHashMap.newKeySet();

        @Override
        public void keep(long piece, EncodedAudio audio) {
            pieces.add(piece);
        }

        @Override
        public void release(long piece) {
            pieces.remove(piece);
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
        private static final short LOUD = 3000;
        private final AtomicLong millis = new AtomicLong();
        private final ScriptedMicrophone frames = new ScriptedMicrophone();

        void hears(int count) {
            for (int i = 0; i < count; i++) {
                frames.hears(LOUD);
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
