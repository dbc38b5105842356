package org.vivavoce.openai;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.RequestLog;
import org.vivavoce.openai.testing.Script;
import org.vivavoce.practice.Message;

/** A local server and the services that talk to it. Used by one test. */
final class OpenAiServicesFixture implements AutoCloseable {

    static final String KEY = "sk-planted-key-0123456789";

    /** Words that must never turn up in a failure. */
    static final String SAID = "my secret grandmother lives in a lighthouse";

    final LocalOpenAi server;
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final OpenAiServices made;
    final Services services;

    OpenAiServicesFixture() throws IOException {
        this(Duration.ofSeconds(15));
    }

    /** @param stall how long silence in an answer is borne */
    OpenAiServicesFixture(Duration stall) throws IOException {
        server = new LocalOpenAi();
        made = OpenAiServices.withStallLimit(
                List.of(endpoint("whisper-1"), endpoint("gpt-4o-mini"), endpoint("gpt-4o-mini-tts")), threads,
                Duration.ofSeconds(5),
                stall);
        services = made.services();
    }

    Script script() {
        return server.script();
    }

    RequestLog log() {
        return server.log();
    }

    /** Asks one service and takes its whole answer. */
    void call(Stage stage, Cancellation cancellation) throws ServiceException {
        switch (stage) {
            case TRANSCRIPTION -> services.speechToText().transcribe(utterance(), cancellation);
            case CHAT -> services.languageModel().reply(question(), piece -> {
            }, cancellation);
            case SPEECH -> {
                try (SpeechStream stream = services.textToSpeech().speak(sentence(), cancellation)) {
                    for (int read = 0; read >= 0;) {
                        read = stream.read(new byte[2048]);
                    }
                }
            }
        }
    }

    private ServiceEndpoint endpoint(String model) {
        return new ServiceEndpoint(server.baseUrl(), KEY, model);
    }

    /** Half a second of silence as WAV. */
    static EncodedAudio wav() {
        byte[] file = new byte[44 + 16_000];
        System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 32_000);
        return new EncodedAudio(file, EncodedAudio.Format.WAV, Duration.ofMillis(500));
    }

    static TranscriptionRequest utterance() {
        return new TranscriptionRequest(wav(), Optional.of("es"), SAID);
    }

    static ChatRequest question() {
        return new ChatRequest("You are Alex.",
                List.of(Message.partner("Tell me about yourself."), Message.interruptingUser(SAID),
                        Message.direction("Ask gently.")),
                0.9, 300);
    }

    static SpeechRequest sentence() {
        return new SpeechRequest(SAID + ".", "coral", "Warm office talk.");
    }

    @Override
    public void close() {
        services.close();
        server.close();
        threads.close();
    }
}
