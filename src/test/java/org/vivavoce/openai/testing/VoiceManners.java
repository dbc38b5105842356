package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What other servers do with {@code POST /v1/audio/speech}, and their lists of voices. Functions without state. */
final class VoiceManners {

    private static final Set<String> KNOWN_FIELDS = Set.of("model", "input", "voice");

    private VoiceManners() {}

    /** Why the request is refused. */
    static Optional<WholeAnswer> refusal(Manners manners, SeenRequest request) {
        TreeSet<String> unknown = new TreeSet<>(request.content().fields().keySet());
        unknown.removeAll(KNOWN_FIELDS);
        if (!unknown.isEmpty()) {
            if (manners.has(ServerManner.SPEECH_FIELDS_REFUSED_IN_A_LIST)) {
                return Optional.of(WholeAnswer.json(422, list(unknown)));
            }
            if (manners.has(ServerManner.SPEECH_FIELDS_REFUSED_IN_TEXT)) {
                return Optional.of(WholeAnswer.text(400, "unknown field `" + unknown.first() + "`"));
            }
            if (manners.has(ServerManner.SPEECH_FIELDS_REFUSED_IN_ERROR)) {
                return Optional.of(WholeAnswer.json(400,
                        Answers.object().put("error", "json: unknown field \"" + unknown.first() + "\"").toString()));
            }
        }
        String voice = request.field("voice");
        return manners.voices().contains(voice) ? Optional.empty() : unknownVoice(manners, voice);
    }

    private static String list(Set<String> unknown) {
        ObjectNode answer = Answers.object();
        ArrayNode detail = answer.putArray("detail");
        for (String field : unknown) {
            ObjectNode one = detail.addObject().put("type", "extra_forbidden").put("msg",
                    "Extra inputs are not permitted");
            one.putArray("loc").add("body").add(field);
        }
        return answer.toString();
    }

    private static Optional<WholeAnswer> unknownVoice(Manners manners, String voice) {
        if (manners.has(ServerManner.UNKNOWN_VOICE_404)) {
            return Optional.of(WholeAnswer.json(404, "{\"detail\": \"Voice '" + voice + "' does not exist\"}"));
        }
        if (manners.has(ServerManner.UNKNOWN_VOICE_422)) {
            return Optional.of(WholeAnswer.json(422,
                    "{\"detail\": [{\"loc\": [\"body\", \"voice\"], \"msg\": \"Input should be one of the list\"}]}"));
        }
        if (manners.hasAny(ServerManner.UNKNOWN_VOICE_400, ServerManner.UNKNOWN_VOICE_IN_DATA)) {
            return Optional.of(WholeAnswer.json(400,
                    "{\"detail\": {\"error\": \"validation_error\", \"message\": \"" + voice + " not found\"}}"));
        }
        return manners.has(ServerManner.UNKNOWN_VOICE_WITHOUT_LIST)
                ? Optional.of(WholeAnswer.json(400, Answers.error("Invalid value.", "invalid_value", "voice")))
                : Optional.empty();
    }

    /** The list of voices in the server's form; empty where it has none. */
    static Optional<WholeAnswer> voices(Manners manners) {
        List<String> voices = manners.voices();
        if (manners.has(ServerManner.UNKNOWN_VOICE_400)) {
            ObjectNode answer = Answers.object();
            voices.forEach(answer.putArray("voices")::add);
            return Optional.of(WholeAnswer.json(200, answer.toString()));
        }
        if (manners.has(ServerManner.UNKNOWN_VOICE_404)) {
            return Optional.of(objects(voices, "voices", "id"));
        }
        if (manners.has(ServerManner.UNKNOWN_VOICE_422)) {
            ArrayNode answer = Answers.mapper().createArrayNode();
            voices.forEach(answer::add);
            return Optional.of(WholeAnswer.json(200, answer.toString()));
        }
        return manners.has(ServerManner.UNKNOWN_VOICE_IN_DATA)
                ? Optional.of(objects(voices, "data", "voice_id"))
                : Optional.empty();
    }

    private static WholeAnswer objects(List<String> voices, String list, String member) {
        ObjectNode answer = Answers.object();
        ArrayNode array = answer.putArray(list);
        voices.forEach(voice -> array.addObject().put("language", "en-us").put(member, voice));
        return WholeAnswer.json(200, answer.toString());
    }

    /** The speech in the server's own form; empty where it is OpenAI's. */
    static Optional<WholeAnswer> answer(Manners manners, RenderedSpeech.Mp3 speech) {
        if (manners.has(ServerManner.SPEECH_AS_BYTES)) {
            return Optional.of(new WholeAnswer(200, "application/octet-stream", speech.bytes()));
        }
        if (manners.has(ServerManner.WAV_OF_SIZE_ZERO)) {
            return Optional.of(new WholeAnswer(200, "audio/mpeg", wav(speech.samples(), 0)));
        }
        return manners.has(ServerManner.WAV_OF_SIZE_UNKNOWN)
                ? Optional.of(new WholeAnswer(200, "audio/wav", wav(speech.samples(), 0xFFFFFFFF)))
                : Optional.empty();
    }

    /** A file whose header tells this for both of its sizes. */
    static byte[] wav(short[] samples, int size) {
        ByteBuffer file = ByteBuffer.allocate(44 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put(Answers.utf8("RIFF")).putInt(size).put(Answers.utf8("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(Voice.SAMPLE_RATE).putInt(Voice.SAMPLE_RATE * 2);
        file.putShort((short) 2).putShort((short) 16).put(Answers.utf8("data")).putInt(size);
        file.asShortBuffer().put(samples);
        return file.array();
    }
}
