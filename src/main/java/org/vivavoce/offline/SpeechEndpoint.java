package org.vivavoce.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Language;

/**
 * {@code POST /v1/audio/speech}: the voice of this computer as MP3, sent while it is encoded. The model tells the language and the
 * mode; the voice that is asked for is not there and is not looked at. Any thread.
 */
final class SpeechEndpoint implements Endpoint {

    private static final int MOST_CHARACTERS = 4096;

    private final Partners partners;
    private final BuiltInVoice voice;

    SpeechEndpoint(Partners partners, BuiltInVoice voice) {
        this.partners = partners;
        this.voice = voice;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public void answer(Call call) throws RequestException, IOException {
        VoiceRequest request = request(call.jsonBody());
        Language language = request.language();
        if (!voice.speaks(language)) {
            throw RequestException
                    .unable("There is no voice for " + language.name()
                            + " on this computer: install espeak-ng, or use a speech service.");
        }
        try (Mp3Body body = new Mp3Body(call)) {
            Loudness loudness = new Loudness(body);
            voice.speak(request, loudness);
            loudness.finish();
            body.finish();
        } catch (VoiceException e) {
            throw RequestException.unable(e.sentence());
        }
    }

    private VoiceRequest request(JsonNode body) throws RequestException {
        for (String field : List.of("model", "input")) {
            if (!body.path(field).isTextual() || body.path(field).asText().isBlank()) {
                throw RequestException.malformed("The field " + field + " is missing.");
            }
        }
        String input = body.path("input").asText();
        if (input.codePointCount(0, input.length()) > MOST_CHARACTERS) {
            throw RequestException.malformed("The field input is longer than " + MOST_CHARACTERS + " characters.");
        }
        if (!body.path("response_format").asText("mp3").equals("mp3")) {
            throw RequestException.malformed("The field response_format must be mp3.");
        }
        JsonNode speed = body.path("speed");
        if (!speed.isMissingNode() && !(speed.isNumber() && speed.asDouble() >= 0.25 && speed.asDouble() <= 4)) {
            throw RequestException.malformed("The field speed must be a number from 0.25 to 4.");
        }
        ModelName model = ModelName.parse(body.path("model").asText());
        return new VoiceRequest(input, partners.languageOf(model), model.modeId(), speed.asDouble(1));
    }

    /** The body of the answer: begun with the first encoded bytes, so that a voice that fails before is still an HTTP error. */
    private static final class Mp3Body implements PcmSink, AutoCloseable {

        /**
         * Eight frames, 0.2 s and 1.2 KB: made in two milliseconds, enough for a decoder to begin with, and longer than the 40 ms for
         * which a system may hold back the next small packet.
         */
        private static final int FIRST_PIECE_SAMPLES = 8 * 576;

        private static final int LATER_PIECE_SAMPLES = 8 * 1152;

        private final Call call;
        private @Nullable Mp3Encoder encoder;
        private @Nullable OutputStream out;

        Mp3Body(Call call) {
            this.call = call;
        }

        @Override
        public void begin(int sampleRate) {
            encoder = new Mp3Encoder(sampleRate);
        }

        @Override
        public void samples(short[] samples, int count) throws IOException {
            Mp3Encoder encoding = Objects.requireNonNull(encoder);
            int at = 0;
            while (at < count) {
                int piece = Math.min(count - at, out == null ? FIRST_PIECE_SAMPLES : LATER_PIECE_SAMPLES);
                send(encoding.encode(Arrays.copyOfRange(samples, at, at + piece), piece));
                at += piece;
            }
        }

        /** The end of the speech. */
        void finish() throws IOException, VoiceException {
            if (encoder != null) {
                send(encoder.finish());
            }
            if (out == null) {
                throw new VoiceException("The voice of this computer gave no sound.");
            }
            out.close();
        }

        private void send(byte[] bytes) throws IOException {
            if (bytes.length == 0) {
                return;
            }
            if (out == null) {
                out = call.stream("audio/mpeg");
            }
            out.write(bytes);
            out.flush();
        }

        /** Nothing: where the body was not finished, the connection breaks, and the client knows that the speech is not whole. */
        @Override
        public void close() {}
    }
}
