package org.vivavoce.openai;

import com.openai.core.http.StreamResponse;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.LanguageModel;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.Abilities;
import org.vivavoce.practice.Message;

/**
 * The chat model at {@code /chat/completions}, streamed. Thread-safe; blocks the calling {@code reply-*} thread. A model that reasons is
 * asked for the effort of its {@link Abilities.Chatting}, and for a temperature only where it takes one with that.
 */
final class OpenAiLanguageModel implements LanguageModel {

    private static final String STREAM_OPTIONS = "stream_options";
    private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";
    private static final String TEMPERATURE = "temperature";
    private static final String REASONING_EFFORT = "reasoning_effort";
    private static final String TOOLS = "tools";

    private final ServiceClient service;
    private final Abilities.Chatting takes;

    OpenAiLanguageModel(ServiceEndpoint endpoint, HttpTransport transport, ServerMemory memory) {
        this.takes = endpoint.abilities().chatting();
        this.service = new ServiceClient(Stage.CHAT, endpoint, transport,
                List.of(STREAM_OPTIONS, MAX_COMPLETION_TOKENS, TEMPERATURE, REASONING_EFFORT, TOOLS), memory);
    }

    /** The optional fields that the service is known to refuse. */
    Set<String> leftOut() {
        return service.leftOut();
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // what the lambda returns is closed by the try around it
    public Completion reply(ChatRequest request, Consumer<String> onText, Cancellation cancellation)
            throws ServiceException {
        try (OpenCall call = service.open(cancellation);
                StreamResponse<ChatCompletionChunk> response = service.send(call, said(request),
                        (sdk, fields) -> sdk.chat().completions()
                                .createStreaming(parameters(request, fields, call.token())))) {
            Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
            ReplyText reply = new ReplyText();
            while (hasNext(chunks, call)) {
                String piece = next(chunks, reply, call);
                service.stopIfCancelled(call);
                if (!piece.isEmpty()) {
                    call.flows();
                    onText.accept(piece); // outside the translation: what the receiver throws is not the service's failure
                }
            }
            service.stopIfCancelled(call);
            String rest = reply.rest();
            if (!rest.isEmpty()) {
                onText.accept(rest);
            }
            return reply.finish(service, call.isDone());
        }
    }

    private boolean hasNext(Iterator<ChatCompletionChunk> chunks, OpenCall call) throws ServiceException {
        try {
            return chunks.hasNext();
        } catch (RuntimeException e) {
            throw service.failed(e, call);
        }
    }

    private String next(Iterator<ChatCompletionChunk> chunks, ReplyText reply, OpenCall call) throws ServiceException {
        try {
            return reply.add(chunks.next());
        } catch (RuntimeException e) {
            throw service.failed(e, call);
        }
    }

    private ChatCompletionCreateParams parameters(ChatRequest request, OptionalFields.Choice fields, String token) {
        ChatCompletionCreateParams.Builder parameters = ChatCompletionCreateParams.builder().model(service.model())
                .putAdditionalHeader(CallControl.HEADER, token);
        if (!request.systemPrompt().isBlank()) {
            parameters.addSystemMessage(request.systemPrompt());
        }
        for (Message message : request.messages()) {
            switch (message.role()) {
                case USER -> parameters.addUserMessage(message.text());
                case PARTNER -> parameters.addAssistantMessage(message.text());
                case DIRECTION -> parameters.addSystemMessage(message.text());
            }
        }
        ToolMessages.add(request.rounds(), parameters);
        if (fields.sends(TOOLS)) {
            ToolMessages.offer(request.tools(), parameters);
        }
        String effort = fields.sends(REASONING_EFFORT) ? takes.effort() : "";
        if (!effort.isEmpty()) {
            parameters.reasoningEffort(ReasoningEffort.of(effort));
        }
        if (fields.sends(TEMPERATURE) && takes.takesTemperature(effort)) {
            parameters.temperature(request.temperature());
        }
        if (fields.sends(STREAM_OPTIONS)) {
            parameters.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
        }
        if (fields.sends(MAX_COMPLETION_TOKENS)) {
            parameters.maxCompletionTokens(request.maxTokens());
        } else {
            limitTheOldWay(parameters, request.maxTokens());
        }
        return parameters.build();
    }

    /** The field's former name, which servers that refuse the new one know. */
    @SuppressWarnings("deprecation")
    private static void limitTheOldWay(ChatCompletionCreateParams.Builder parameters, int maxTokens) {
        parameters.maxTokens(maxTokens);
    }

    private static List<String> said(ChatRequest request) {
        List<String> said = new ArrayList<>(request.messages().stream().map(Message::text).toList());
        said.add(request.systemPrompt());
        request.rounds().forEach(round -> {
            said.add(round.said());
            said.addAll(round.results());
            round.calls().forEach(call -> said.add(call.arguments()));
        });
        return said;
    }
}
