package org.vivavoce.openai.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vivavoce.ai.ToolCall;

/** Calls of tools in a chat stream: in OpenAI's form, piece by piece, or as other servers send them. Used for one answer. */
final class ToolManners {

    private static final int CHARACTERS_A_PIECE = 7;

    private final Predicate<ServerManner> manners;

    ToolManners(Predicate<ServerManner> manners) {
        this.manners = manners;
    }

    /** What the chunks of the stream hold, one after the other. */
    List<ObjectNode> deltas(List<ToolCall> calls) {
        List<ObjectNode> deltas = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (has(ServerManner.TOOL_CALLS_AS_TEXT)) {
                deltas.addAll(asText(calls.get(i)));
            } else if (has(ServerManner.TOOL_CALLS_WITHOUT_IDS) || has(ServerManner.TOOL_ARGUMENTS_AS_OBJECT)) {
                deltas.add(whole(i, calls.get(i)));
            } else {
                deltas.addAll(piecewise(i, calls.get(i)));
            }
        }
        return deltas;
    }

    /** The finish reason. */
    String finish() {
        return has(ServerManner.TOOL_CALLS_FINISH_WITH_STOP) || has(ServerManner.TOOL_CALLS_AS_TEXT)
                ? "stop"
                : "tool_calls";
    }

    private static List<ObjectNode> asText(ToolCall call) {
        String text = "<tool_call>\n{\"name\": \"" + call.name() + "\", \"arguments\": " + call.arguments()
                + "}\n</tool_call>";
        List<ObjectNode> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += CHARACTERS_A_PIECE) {
            pieces.add(Answers.object().put("content",
                    text.substring(at, Math.min(text.length(), at + CHARACTERS_A_PIECE))));
        }
        return pieces;
    }

    private ObjectNode whole(int index, ToolCall call) {
        ObjectNode function = Answers.object().put("name", call.name());
        if (has(ServerManner.TOOL_ARGUMENTS_AS_OBJECT)) {
            function.set("arguments", json(call.arguments()));
        } else {
            function.put("arguments", call.arguments());
        }
        ObjectNode part = Answers.object().put("type", "function");
        if (!has(ServerManner.TOOL_CALLS_WITHOUT_IDS)) {
            part.put("index", index).put("id", call.id());
        }
        part.set("function", function);
        return delta(part);
    }

    private static List<ObjectNode> piecewise(int index, ToolCall call) {
        List<ObjectNode> pieces = new ArrayList<>();
        ObjectNode head = Answers.object().put("index", index).put("id", call.id()).put("type", "function");
        head.set("function", Answers.object().put("name", call.name()).put("arguments", ""));
        pieces.add(delta(head));
        String arguments = call.arguments();
        for (int at = 0; at < arguments.length(); at += CHARACTERS_A_PIECE) {
            ObjectNode piece = Answers.object().put("index", index);
            piece.set("function", Answers.object().put("arguments",
                    arguments.substring(at, Math.min(arguments.length(), at + CHARACTERS_A_PIECE))));
            pieces.add(delta(piece));
        }
        return pieces;
    }

    private static ObjectNode delta(ObjectNode part) {
        ObjectNode delta = Answers.object();
        delta.putArray("tool_calls").add(part);
        return delta;
    }

    private static JsonNode json(String written) {
        try {
            return Answers.mapper().readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("scripted arguments are no JSON", e);
        }
    }

    private boolean has(ServerManner manner) {
        return manners.test(manner);
    }
}
