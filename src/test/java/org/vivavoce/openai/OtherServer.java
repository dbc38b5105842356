package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.SentenceSplitter;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.ai.ToolParameter;
import org.vivavoce.ai.Transcript;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SpeechDecoder;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.Manners;
import org.vivavoce.openai.testing.RequestLog;
import org.vivavoce.practice.Message;

/** A local server with the manners of another, and a client that knows nothing of that. Used by one test. */
final class OtherServer implements AutoCloseable {

    static final String SAID = "Construyo puentes";
    static final String REPLY = "That is quite right. What else do you build?";
    private static final ToolOffer NOTE = new ToolOffer("note", "Notes something.",
            List.of(new ToolParameter("text", ToolParameter.Kind.TEXT, "What.", true)));
    private static final Duration PATIENT = Duration.ofSeconds(15);

    private final LocalOpenAi server = new LocalOpenAi();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Client client;

    OtherServer() throws IOException {
        server.script().transcriptsBy(request -> SAID);
        server.script().repliesBy(request -> REPLY);
        client = client(PATIENT);
    }

    Manners manners() {
        return server.script().manners();
    }

    RequestLog log() {
        return server.log();
    }

    ExecutorService threads() {
        return threads;
    }

    int port() {
        return server.port();
    }

    /** Every answer takes that long. */
    void slow(Duration by) {
        server.script().slowEvery(1, by);
    }

    /** Half a second as the program records it. */
    EncodedAudio utterance() {
        return new WavEncoder().encode(new short[8000]);
    }

    Transcript transcribes(EncodedAudio utterance) throws ServiceException {
        return client.services.services().speechToText().transcribe(
                new TranscriptionRequest(utterance, Optional.of("es"), ""), new Cancellation());
    }

    /** As OpenAI's own server is asked. */
    Transcript transcribesInDetail() throws ServiceException {
        return client.inDetail.transcribe(new TranscriptionRequest(utterance(), Optional.of("es"), ""),
                new Cancellation());
    }

    Completion replies(Consumer<String> onText) throws ServiceException {
        return client.services.services().languageModel().reply(
                new ChatRequest("You are Alex.", List.of(Message.user("I build bridges")), 0.9, 300), onText,
                new Cancellation());
    }

    /** The next reply calls for these in its end. */
    void calls(ToolCall... tools) {
        server.script().calls(REPLY, List.of(tools));
    }

    /** The same, where a tool can be called. */
    Completion repliesWithTools(Consumer<String> onText) throws ServiceException {
        return client.services.services().languageModel().reply(
                new ChatRequest("You are Alex.", List.of(Message.user("I build bridges")), 0.9, 300)
                        .offering(List.of(NOTE)),
                onText, new Cancellation());
    }

    /** A reply as it is spoken. */
    List<String> sentences() throws ServiceException {
        SentenceSplitter splitter = new SentenceSplitter();
        List<String> sentences = new ArrayList<>();
        replies(piece -> sentences.addAll(splitter.add(piece)));
        splitter.rest().ifPresent(sentences::add);
        return sentences;
    }

    /** Has a sentence spoken and listens to its end; how long it sounds. */
    Duration speaks() throws Exception {
        return client.speaks();
    }

    /** How long that sentence is where nothing is lost. */
    Duration spoken() throws IOException, InterruptedException {
        return Duration.ofMillis(server.spoken(REPLY).length * 1000L / Sound.PLAYBACK_RATE);
    }

    void call(Stage stage) throws Exception {
        client.call(stage);
    }

    Client client(Duration stall) {
        return new Client(server.baseUrl(), "", stall);
    }

    Client client(String url, String key) {
        return new Client(url, key, PATIENT);
    }

    @Override
    public void close() {
        client.close();
        server.close();
        threads.close();
    }

    /** The three services, at one address. */
    final class Client implements AutoCloseable {
        private final OpenAiServices services;
        private final HttpTransport transport;
        private final OpenAiSpeechToText inDetail;

        private Client(String url, String key, Duration stall) {
            List<ServiceEndpoint> endpoints = List.of("whisper-1", "a-model", "a-voice").stream()
                    .map(model -> new ServiceEndpoint(url, key, model)).toList();
            services = OpenAiServices.withStallLimit(endpoints, threads, Duration.ofSeconds(5), stall);
            transport = new HttpTransport(threads);
            inDetail = new OpenAiSpeechToText(endpoints.getFirst(), transport, ServerMemory.NONE, true);
        }

        void call(Stage stage) throws Exception {
            switch (stage) {
                case TRANSCRIPTION -> services.services().speechToText().transcribe(
                        new TranscriptionRequest(utterance(), Optional.of("es"), ""), new Cancellation());
                case CHAT -> services.services().languageModel().reply(
                        new ChatRequest("", List.of(Message.user("I build bridges")), 0.9, 300), piece -> {
                        }, new Cancellation());
                case SPEECH -> speaks();
            }
        }

        private Duration speaks() throws Exception {
            AtomicLong samples = new AtomicLong();
            SpeechDecoder decoder = new StreamingSpeechDecoder();
            byte[] buffer = new byte[2048];
            try (SpeechStream stream = services.services().textToSpeech()
                    .speak(new SpeechRequest(REPLY, "coral", "Warm."), new Cancellation())) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    decoder.feed(buffer, read, some -> samples.addAndGet(some.length));
                }
                decoder.finish(some -> samples.addAndGet(some.length));
            } finally {
                decoder.close();
            }
            return Duration.ofMillis(samples.get() * 1000 / Sound.PLAYBACK_RATE);
        }

        @Override
        public void close() {
            services.close();
            transport.close();
        }
    }
}
