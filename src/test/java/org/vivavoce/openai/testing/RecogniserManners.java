package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What other servers do with {@code POST /v1/audio/transcriptions}. Functions without state. */
final class RecogniserManners {

    private static final int WAV_HEADER_BYTES = 44;
    private static final int SAMPLE_RATE = 16_000;

    private RecogniserManners() {}

    /** Why the request is refused. */
    static Optional<WholeAnswer> refusal(Manners manners, SeenRequest request) {
        if (!isPlainWav(request.content().audio())) {
            if (manners.has(ServerManner.ONLY_WAV_ELSE_400)) {
                return Optional.of(WholeAnswer.json(400, "{\"error\": \"failed to read WAV file\"}"));
            }
            if (manners.has(ServerManner.ONLY_WAV_ELSE_415)) {
                return Optional.of(WholeAnswer.json(415, "{\"detail\": \"Unsupported media type\"}"));
            }
            if (manners.has(ServerManner.ONLY_WAV_ELSE_500)) {
                return Optional.of(WholeAnswer.text(500, "Internal Server Error"));
            }
        }
        if (manners.has(ServerManner.NO_VERBOSE_JSON) && isInDetail(request)) {
            return Optional.of(WholeAnswer.json(400,
                    Answers.error("Only 'text' and 'json' response_format are supported.", "", "")));
        }
        return Optional.empty();
    }

    /** The answer in the server's own form; empty where it is OpenAI's. */
    static Optional<WholeAnswer> answer(Manners manners, SeenRequest request, String understood) {
        if (manners.has(ServerManner.JSON_AS_TEXT)) {
            return Optional.of(WholeAnswer.text(200, Answers.transcription(understood)));
        }
        if (manners.has(ServerManner.PLAIN_FOR_VERBOSE_JSON) && isInDetail(request)) {
            return Optional.of(WholeAnswer.json(200, Answers.transcription(understood)));
        }
        if (manners.has(ServerManner.OTHER_NAMES_IN_DETAILS) && isInDetail(request)) {
            return Optional.of(WholeAnswer.json(200, otherDetails(understood)));
        }
        if (manners.has(ServerManner.ENGLISH_WITHOUT_LANGUAGE) && !request.has("language")) {
            return Optional.of(WholeAnswer.json(200, Answers.transcription("Thank you.")));
        }
        return Optional.empty();
    }

    /** Segments with times in nanoseconds, tokens, and no probabilities. */
    private static String otherDetails(String understood) {
        ObjectNode answer = Answers.object().put("text", understood);
        ObjectNode segment = answer.putArray("segments").addObject().put("id", 0).put("start", 0L)
                .put("end", 1_500_000_000L).put("text", understood);
        segment.putArray("tokens").add(50_364).add(50_257);
        return answer.putNull("words").toString();
    }

    private static boolean isInDetail(SeenRequest request) {
        return request.field("response_format").equals("verbose_json");
    }

    /** 16 bits, one channel, 16 kHz. */
    private static boolean isPlainWav(byte[] file) {
        if (file.length < WAV_HEADER_BYTES
                || !new String(file, 0, 4, StandardCharsets.US_ASCII).equals("RIFF")) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return header.getShort(22) == 1 && header.getInt(24) == SAMPLE_RATE && header.getShort(34) == 16;
    }
}
