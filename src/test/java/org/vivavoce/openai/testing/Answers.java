package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** JSON in the forms OpenAI gives it. Stateless. */
final class Answers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Answers() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    /** An error; empty texts become null. */
    static String error(String message, String code, String param) {
        ObjectNode error = object().put("message", message)
                .put("type", code.equals("insufficient_quota") ? code : "error")
                .put("param", param.isEmpty() ? null : param).put("code", code.isEmpty() ? null : code);
        return object().set("error", error).toString();
    }

    static String transcription(String text) {
        return object().put("text", text).toString();
    }

    /** A transcription with segments; the text is shared out over them. */
    static String transcriptionInDetail(String text, double seconds, double... noSpeechProbabilities) {
        ObjectNode answer = object().put("task", "transcribe").put("language", "english").put("duration", seconds)
                .put("text", text);
        ArrayNode segments = answer.putArray("segments");
        int count = noSpeechProbabilities.length;
        for (int i = 0; i < count; i++) {
            segments.addObject().put("id", i).put("seek", 0).put("start", seconds * i / count)
                    .put("end", seconds * (i + 1) / count)
                    .put("text", text.substring(text.length() * i / count, text.length() * (i + 1) / count))
                    .put("temperature", 0.0).put("avg_logprob", -0.25).put("compression_ratio", 1.2)
                    .put("no_speech_prob", noSpeechProbabilities[i]);
        }
        return answer.toString();
    }

    /** A chunk of a chat stream as an event; no finish reason when {@code finish} is empty. */
    static byte[] chatChunk(String model, ObjectNode delta, String finish) {
        ObjectNode choice = object().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finish.isEmpty() ? null : finish);
        ObjectNode chunk = chatHead("chat.completion.chunk", model);
        chunk.putArray("choices").add(choice);
        return event(chunk.toString());
    }

    /** The last chunk, with what was used. */
    static byte[] usageChunk(String model, int promptTokens, int completionTokens) {
        ObjectNode chunk = chatHead("chat.completion.chunk", model);
        chunk.putArray("choices");
        chunk.set("usage", usage(promptTokens, completionTokens));
        return event(chunk.toString());
    }

    /** A reply that is not streamed. */
    static String chat(String model, String text, String finish, ObjectNode usage) {
        ObjectNode choice = object().put("index", 0).put("finish_reason", finish);
        choice.set("message", object().put("role", "assistant").put("content", text));
        ObjectNode reply = chatHead("chat.completion", model);
        reply.putArray("choices").add(choice);
        reply.set("usage", usage);
        return reply.toString();
    }

    static ObjectNode usage(int promptTokens, int completionTokens) {
        return object().put("prompt_tokens", promptTokens).put("completion_tokens", completionTokens).put(
                "total_tokens",
                promptTokens + completionTokens);
    }

    static byte[] event(String data) {
        return utf8("data: " + data + "\n\n");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static ObjectMapper mapper() {
        return new ObjectMapper();
    }

    private static ObjectNode chatHead(String kind, String model) {
        return object().put("id", "chatcmpl-local").put("object", kind).put("created", 1_800_000_000L).put("model",
                model);
    }
}
