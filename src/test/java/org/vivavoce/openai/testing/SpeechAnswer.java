package org.vivavoce.openai.testing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/audio/speech}, as MP3 in small chunks. Thread-safe. */
final class SpeechAnswer implements StageAnswer {

    /** About 0.1 s of sound. */
    private static final int CHUNK_BYTES = 800;

    private final Script script;
    private final RenderedSpeech rendered;

    SpeechAnswer(Script script, RenderedSpeech rendered) {
        this.script = script;
        this.rendered = rendered;
    }

    @Override
    public SeenRequest.Content read(HttpRequest request) throws IOException {
        return JsonContent.read(request);
    }

    @Override
    public String contentType() {
        return "audio/mpeg";
    }

    @Override
    public void answer(SeenRequest request, Exchange exchange, Optional<Fault.Kind> fault)
            throws IOException, InterruptedException {
        if (request.field("input").isBlank()) {
            exchange.answer(400, "application/json", Map.of(),
                    Answers.utf8(Answers.error("Nothing to say.", "", "input")));
            return;
        }
        Delays.Speech delays = script.delays().speech();
        RenderedSpeech.Mp3 mp3 = rendered.of(request.field("input"), delays.leadingSilence()); // within the delay, as a rule
        long firstByte = request.times().arrived() + delays.firstByte().toNanos();
        exchange.pauseUntil(firstByte);
        if (fault.equals(Optional.of(Fault.Kind.INVALID_JSON))) {
            exchange.answer(200, contentType(), Map.of(), Answers.utf8("{\"error\": "));
            return;
        }
        Optional<WholeAnswer> own = VoiceManners.answer(script.manners(), mp3);
        if (own.isPresent() && fault.isEmpty()) {
            own.get().send(exchange);
            return;
        }
        if (fault.equals(Optional.of(Fault.Kind.TRUNCATED_SOUND))) {
            exchange.answer(200, contentType(), Map.of(), Arrays.copyOf(mp3.bytes(), mp3.bytes().length / 2));
            return;
        }
        if (fault.equals(Optional.of(Fault.Kind.WAV_SOUND))) {
            exchange.answer(200, contentType(), Map.of(), VoiceManners.wav(mp3.samples(), 0));
            return;
        }
        exchange.beginChunks(contentType());
        double nanosPerByte = delays.timesRealTime() <= 0
                ? 0
                : mp3.duration().toNanos() / delays.timesRealTime() / mp3.bytes().length;
        int end = fault.isPresent() ? mp3.bytes().length / 2 : mp3.bytes().length;
        for (int at = 0; at < end; at += CHUNK_BYTES) {
            exchange.pauseUntil(firstByte + (long) (at * nanosPerByte));
            exchange.chunk(Arrays.copyOfRange(mp3.bytes(), at, Math.min(end, at + CHUNK_BYTES)));
        }
        if (fault.isPresent()) {
            PlainFaults.inStream(exchange, fault.get());
        } else {
            exchange.endChunks();
        }
    }
}
