package org.vivavoce.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ReplacedVoice;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.openai.realtime.RealtimeService;
import org.vivavoce.openai.realtime.RealtimeTextToSpeech;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.RealtimeLog;
import org.vivavoce.openai.testing.RealtimeScript;

/** A local server and the voice that talks to it over a socket. Used by one test. */
final class RealtimeFixture implements AutoCloseable, VoiceListener {

    static final String MODEL = "gpt-realtime-2.1-mini";

    final LocalOpenAi server = new LocalOpenAi();
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final RealtimeTextToSpeech voice;
    final List<ReplacedVoice> replaced = new CopyOnWriteArrayList<>();
    final AtomicInteger reworded = new AtomicInteger();
    private final AtomicLong laterNanos = new AtomicLong();
    private final HttpTransport transport;

    RealtimeFixture() throws IOException {
        this(MODEL, Duration.ofSeconds(15));
    }

    /** @param stall how long silence in an answer is borne */
    RealtimeFixture(String model, Duration stall) throws IOException {
        transport = new HttpTransport(threads, new HttpTransport.Timeouts(Duration.ofSeconds(5), stall, stall));
        ServiceEndpoint endpoint = new ServiceEndpoint(server.baseUrl(), OpenAiServicesFixture.KEY, model);
        voice = new RealtimeTextToSpeech(new RealtimeService(transport.sockets(),
                () -> RealtimeHandshake.speaking(endpoint), model,
                new RealtimeErrors(Stage.SPEECH, endpoint, transport),
                transport.stallLimit(), () -> System.nanoTime() + laterNanos.get()), this);
    }

    RealtimeScript script() {
        return server.realtime().script();
    }

    RealtimeLog log() {
        return server.realtime().log();
    }

    /** Time passes. */
    void later(Duration by) {
        laterNanos.addAndGet(by.toNanos());
    }

    static SpeechRequest sentence(String text) {
        return new SpeechRequest(text, "coral", "Warm office talk.");
    }

    /** Has a sentence spoken to its end. */
    byte[] speak(String text) throws ServiceException {
        return speak(sentence(text), new Cancellation());
    }

    byte[] speak(SpeechRequest request, Cancellation cancellation) throws ServiceException {
        try (SpeechStream stream = voice.speak(request, cancellation)) {
            return rest(stream);
        }
    }

    Future<byte[]> speakInBackground(String text) {
        return threads.submit(() -> speak(text));
    }

    static byte[] rest(SpeechStream stream) throws ServiceException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[2048];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    @Override
    public void reworded() {
        reworded.incrementAndGet();
    }

    @Override
    public void replaced(ReplacedVoice instead) {
        replaced.add(instead);
    }

    /** Closes the connections as the end of a conversation does. */
    void closeVoice() {
        voice.close();
        transport.close();
    }

    @Override
    public void close() {
        closeVoice();
        server.close();
        threads.close();
    }
}
