package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the settings of a transcription session may hold (schemas {@code RealtimeTranscriptionSessionCreateRequestGA},
 * {@code AudioTranscription}, {@code RealtimeAudioFormats}). Stateless.
 */
final class TranscriptionSettings {

    private static final Set<String> SESSION = Set.of("type", "audio", "include");
    private static final Set<String> INPUT = Set.of("format", "transcription", "noise_reduction", "turn_detection");
    private static final Set<String> TRANSCRIPTION = Set.of("model", "language", "languages", "keywords", "prompt",
            "delay");

    /** The models that take lists. */
    private static final Set<String> LISTS = Set.of("gpt-transcribe", "gpt-live-transcribe");

    private TranscriptionSettings() {}

    /** The path of the first field that is wrong. */
    static Optional<String> mistake(JsonNode session, Set<String> refused) {
        JsonNode input = session.path("audio").path("input");
        JsonNode transcription = input.path("transcription");
        boolean known = LISTS.contains(transcription.path("model").asText(""));
        return unless(session.path("type").asText("").equals("transcription"), "session.type")
                .or(() -> unknown(session, SESSION, "session."))
                .or(() -> unknown(input, INPUT, "session.audio.input."))
                .or(() -> unknown(transcription, TRANSCRIPTION, "session.audio.input.transcription."))
                .or(() -> refused.stream().filter(transcription::has).findFirst()
                        .map(name -> "session.audio.input.transcription." + name))
                .or(() -> unless(transcription.path("model").isTextual(), "session.audio.input.transcription.model"))
                .or(() -> unless(known || !(transcription.has("languages") || transcription.has("keywords")),
                        "session.audio.input.transcription.languages"))
                .or(() -> unless(!(transcription.has("language") && transcription.has("languages")),
                        "session.audio.input.transcription.language"))
                .or(() -> unless(input.path("format").path("type").asText("").equals("audio/pcm"),
                        "session.audio.input.format.type"))
                .or(() -> unless(input.path("format").path("rate").asInt() == Voice.SAMPLE_RATE,
                        "session.audio.input.format.rate"))
                .or(() -> unless(input.path("turn_detection").isNull(), "session.audio.input.turn_detection"));
    }

    private static Optional<String> unknown(JsonNode object, Set<String> known, String path) {
        return object.properties().stream().map(Map.Entry::getKey).filter(name -> !known.contains(name)).findFirst()
                .map(name -> path + name);
    }

    private static Optional<String> unless(boolean right, String path) {
        return right ? Optional.empty() : Optional.of(path);
    }
}
