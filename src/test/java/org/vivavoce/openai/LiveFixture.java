package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Dictation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechHints;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.RateConverter;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.models.ModelCatalog;
import org.vivavoce.openai.realtime.RealtimeService;
import org.vivavoce.openai.realtime.RealtimeSpeechToText;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.RealtimeLog;
import org.vivavoce.openai.testing.RealtimeScript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A local server and the recogniser that listens to it over a socket. Used by one test. */
final class LiveFixture implements AutoCloseable {

    static final String MODEL = "gpt-live-transcribe";
    static final List<String> KEYWORDS = List.of("Kubernetes", "CI/CD");
    static final SpeechHints HINTS = new SpeechHints(Optional.of("es"), OpenAiServicesFixture.SAID, KEYWORDS);

    private static final int FRAME = Dictation.SAMPLE_RATE / 100;

    final LocalOpenAi server = new LocalOpenAi();
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final RealtimeSpeechToText recogniser;
    private final AtomicLong laterNanos = new AtomicLong();
    private final HttpTransport transport;

    LiveFixture() throws IOException {
        this(Duration.ofSeconds(15));
    }

    /** @param stall how long silence is borne */
    LiveFixture(Duration stall) throws IOException {
        transport = new HttpTransport(threads, new HttpTransport.Timeouts(Duration.ofSeconds(5), stall, stall));
        ServiceEndpoint endpoint = new ServiceEndpoint(server.baseUrl(), OpenAiServicesFixture.KEY, MODEL,
                ModelCatalog.builtIn().abilitiesOf(MODEL));
        recogniser = new RealtimeSpeechToText(new RealtimeService(transport.sockets(),
                () -> RealtimeHandshake.hearing(endpoint), MODEL,
                new RealtimeErrors(Stage.TRANSCRIPTION, endpoint, transport), transport.stallLimit(),
                () -> System.nanoTime() + laterNanos.get()), RealtimeSpeech.fields(endpoint));
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

    /** Something that sounds, the same each time: smoothed noise. */
    static short[] speech(int ms, int seed) {
        Random random = new Random(seed);
        short[] samples = new short[Dictation.SAMPLE_RATE / 1000 * ms];
        double level = 0;
        for (int i = 0; i < samples.length; i++) {
            level = 0.8 * level + 0.2 * random.nextGaussian();
            samples[i] = (short) (4000 * level);
        }
        return samples;
    }

    /**
     * The server has heard this piece, all of it and nothing else. Converted a part at a time, samples differ by one here and there, and
     * there may be one more or less at the end; a shift by a single sample would be a quarter of the sound.
     */
    static void assertHeard(short[] piece, RealtimeLog.Heard heard) {
        short[] wanted = asHeard(piece);
        assertEquals(wanted.length, heard.samples().length, 2);
        double sound = 0;
        double difference = 0;
        for (int i = 0; i < Math.min(wanted.length, heard.samples().length); i++) {
            sound += (double) wanted[i] * wanted[i];
            difference += Math.pow(wanted[i] - heard.samples()[i], 2);
        }
        assertTrue(difference < 0.001 * sound, difference / sound + " of the sound is something else");
    }

    private static short[] asHeard(short[] samples) {
        RateConverter converter = new RateConverter(Dictation.SAMPLE_RATE, 24_000);
        short[] most = converter.convert(samples, 0, samples.length);
        short[] rest = converter.finish();
        short[] all = Arrays.copyOf(most, most.length + rest.length);
        System.arraycopy(rest, 0, all, most.length, rest.length);
        return all;
    }

    static TranscriptionRequest request(short[] samples) {
        return new TranscriptionRequest(new WavEncoder().encode(samples), HINTS.languageCode(), HINTS.prompt(),
                HINTS.keywords());
    }

    Dictation dictation() {
        return recogniser.dictation();
    }

    /** Says so much of a piece, frame by frame. */
    void says(short[] piece, int ms) {
        dictation().begin(HINTS);
        for (int at = 0; at < Dictation.SAMPLE_RATE / 1000 * ms; at += FRAME) {
            dictation().add(Arrays.copyOfRange(piece, at, at + FRAME));
        }
    }

    /** Says a piece but for its last tenth of a second, which comes with its end. */
    void dictates(short[] piece) {
        says(piece, piece.length / (Dictation.SAMPLE_RATE / 1000) - 100);
        dictation().end(piece);
    }

    String transcribe(short[] piece) throws ServiceException {
        return transcribe(piece, new Cancellation());
    }

    String transcribe(short[] piece, Cancellation cancellation) throws ServiceException {
        return recogniser.transcribe(request(piece), cancellation).text();
    }

    Future<String> transcribeInBackground(short[] piece, Cancellation cancellation) {
        return threads.submit(() -> transcribe(piece, cancellation));
    }

    /** Closes the connections as the end of a conversation does. */
    void closeRecogniser() {
        recogniser.close();
        transport.close();
    }

    @Override
    public void close() {
        closeRecogniser();
        server.close();
        threads.close();
    }
}
