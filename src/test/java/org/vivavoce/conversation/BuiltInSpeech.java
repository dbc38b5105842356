package org.vivavoce.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SpeechDecoder;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.offline.BuiltInPartner;
import org.vivavoce.offline.VoicesOfThisComputer;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.QuestionCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How the built-in partner speaks: asks a partner of its own for the same sentence once more. Used by one thread. */
public final class BuiltInSpeech implements AutoCloseable {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final BuiltInPartner partner;
    private final String model;

    /** @param model of mode and language, such as {@code builtin-chat-en} */
    public BuiltInSpeech(String model) throws IOException {
        this.model = model;
        LanguageCatalog languages = LanguageCatalog.builtIn();
        this.partner = BuiltInPartner.start(0, executor, languages, QuestionCatalog.builtIn(languages),
                VoicesOfThisComputer.find("Linux", System.getenv()));
    }

    /** A sentence as it sounds. */
    public WaveFile sound(String sentence) throws Exception {
        String body = new ObjectMapper().writeValueAsString(
                Map.of("model", model, "input", sentence, "voice", "coral", "response_format", "mp3"));
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(URI.create(partner.baseUrl() + "/audio/speech"))
                        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        List<short[]> parts = new ArrayList<>();
        try (SpeechDecoder decoder = new StreamingSpeechDecoder()) {
            decoder.feed(response.body(), response.body().length, parts::add);
            decoder.finish(parts::add);
        }
        short[] samples = new short[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, samples, at, part.length);
            at += part.length;
        }
        return new WaveFile(samples, Sound.PLAYBACK_RATE);
    }

    @Override
    public void close() {
        client.close();
        partner.close();
        executor.close();
    }
}
