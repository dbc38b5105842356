package org.vivavoce.openai.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vivavoce.ai.Stage;

/**
 * What single models of OpenAI refuse, by the published description of the API and the guides to the models (November 2026); models of
 * other names take everything. Stateless. A request that a real server would refuse must not pass a test.
 */
final class ModelRules {

    private static final Set<String> REASONING = Set.of("gpt-6-luna");
    private static final Set<String> PLAIN_CHAT = Set.of("gpt-4o-mini", "gpt-4o", "gpt-4.1", "gpt-4.1-mini");

    private ModelRules() {}

    /** Why the model refuses the request. */
    static Optional<Fault> refusal(Stage stage, SeenRequest request) {
        return switch (stage) {
            case TRANSCRIPTION -> transcription(request);
            case CHAT -> chat(request);
            case SPEECH -> speech(request);
        };
    }

    private static Optional<Fault> transcription(SeenRequest request) {
        boolean listed = request.has("languages[]") || request.has("keywords[]");
        return switch (request.field("model")) {
            case "gpt-transcribe" -> listed && request.has("language")
                    ? unsupported("language", "language cannot be used together with languages or keywords.")
                    : onlyJson(request);
            case "gpt-4o-transcribe", "gpt-4o-mini-transcribe" -> unlisted(request).or(() -> onlyJson(request));
            case "whisper-1" -> unlisted(request);
            case "gpt-live-transcribe" -> Optional.of(Fault.error(404,
                    "This model is not supported in the v1/audio/transcriptions endpoint.", ""));
            default -> Optional.empty();
        };
    }

    private static Optional<Fault> unlisted(SeenRequest request) {
        return Stream.of("languages[]", "keywords[]").filter(request::has).findFirst()
                .flatMap(field -> unsupported(field, field + " is not supported with this model."));
    }

    private static Optional<Fault> onlyJson(SeenRequest request) {
        String format = request.field("response_format");
        return format.isEmpty() || format.equals("json")
                ? Optional.empty()
                : unsupported("response_format", "response_format '" + format + "' is not compatible with this model.");
    }

    private static Optional<Fault> chat(SeenRequest request) {
        String effort = request.has("reasoning_effort") ? request.field("reasoning_effort") : "medium";
        if (PLAIN_CHAT.contains(request.field("model")) && request.has("reasoning_effort")) {
            return unsupported("reasoning_effort", "Unrecognized request argument supplied: reasoning_effort");
        }
        if (!REASONING.contains(request.field("model"))) {
            return Optional.empty();
        }
        if (request.has("max_tokens")) {
            return unsupported("max_tokens",
                    "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.");
        }
        if (effort.equals("none")) {
            return Optional.empty();
        }
        if (request.has("tools")) {
            return unsupported("reasoning_effort",
                    "Function tools with reasoning_effort are not supported: set reasoning_effort to 'none'.");
        }
        return Stream.of("temperature", "top_p", "logprobs", "top_logprobs").filter(request::has).findFirst()
                .flatMap(field -> unsupported(field, "Unsupported value: '" + field + "' with this reasoning effort."));
    }

    private static Optional<Fault> speech(SeenRequest request) {
        return request.field("model").contains("realtime")
                ? Optional.of(Fault.error(404, "This model is not supported in the v1/audio/speech endpoint.", ""))
                : Optional.empty();
    }

    private static Optional<Fault> unsupported(String field, String message) {
        return Optional.of(Fault.status(400, Answers.error(message, "unsupported_parameter", field), Map.of()));
    }
}
