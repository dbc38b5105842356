package org.vivavoce.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.ai.ToolParameter;
import org.vivavoce.ai.ToolRound;

/** Tools and their calls in the form of the API. Functions without state. */
final class ToolMessages {

    private ToolMessages() {}

    /** What can be called. Which tool is chosen is left to the model: not every server takes {@code tool_choice}. */
    static void offer(List<ToolOffer> tools, ChatCompletionCreateParams.Builder parameters) {
        for (ToolOffer tool : tools) {
            parameters.addFunctionTool(FunctionDefinition.builder().name(tool.name()).description(tool.description())
                    .parameters(schema(tool.parameters())).build());
        }
    }

    /** What was called in this reply, and what came of it. */
    static void add(List<ToolRound> rounds, ChatCompletionCreateParams.Builder parameters) {
        for (ToolRound round : rounds) {
            ChatCompletionAssistantMessageParam.Builder said = ChatCompletionAssistantMessageParam.builder()
                    .content(round.said());
            round.calls().forEach(call -> said.addToolCall(call(call)));
            parameters.addMessage(said.build());
            for (int i = 0; i < round.calls().size(); i++) {
                parameters.addMessage(ChatCompletionToolMessageParam.builder().toolCallId(round.calls().get(i).id())
                        .content(round.results().get(i)).build());
            }
        }
    }

    private static ChatCompletionMessageFunctionToolCall call(ToolCall call) {
        return ChatCompletionMessageFunctionToolCall.builder().id(call.id())
                .function(ChatCompletionMessageFunctionToolCall.Function.builder()
                        .name(call.name().isEmpty() ? "unknown" : call.name()).arguments(valid(call.arguments()))
                        .build())
                .build();
    }

    /** What is no JSON object some servers refuse to read back; the model is told of it in the result. */
    private static String valid(String arguments) {
        try {
            return ObjectMappers.jsonMapper().readTree(arguments).isObject() ? arguments : "{}";
        } catch (JsonProcessingException e) {
            return "{}";
        }
    }

    private static FunctionParameters schema(List<ToolParameter> parameters) {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), property(parameter)));
        return FunctionParameters.builder().putAdditionalProperty("type", JsonValue.from("object"))
                .putAdditionalProperty("properties", JsonValue.from(properties))
                .putAdditionalProperty("required", JsonValue.from(parameters.stream().filter(ToolParameter::required)
                        .map(ToolParameter::name).toList()))
                .putAdditionalProperty("additionalProperties", JsonValue.from(false)).build();
    }

    private static Map<String, Object> property(ToolParameter parameter) {
        Map<String, Object> property = new LinkedHashMap<>();
        switch (parameter.kind()) {
            case TEXT -> property.put("type", "string");
            case NUMBER -> property.put("type", "integer");
            case TEXTS -> {
                property.put("type", "array");
                property.put("items", Map.of("type", "string"));
            }
        }
        property.put("description", parameter.description());
        return property;
    }
}
