package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;

/**
 * The sentences of one socket, from being asked for to their last sound. Used under the session's lock.
 *
 * <p>Several are spoken at the same time. The published description allows it: "Only one Response can write to the default Conversation
 * at a time, but otherwise multiple Responses can be created in parallel", told apart by their metadata
 * ({@code RealtimeClientEventResponseCreate}); so a second request for a slow sentence is not queued behind the first. A server that
 * refuses this gets them one after the other.
 */
final class Speaking {

    private static final String CANCEL = "cancel-";

    private final RealtimeService service;
    private final SpokenSentence.Speaker speaker;
    private final Consumer<ObjectNode> send;
    private final Runnable reworded;
    private final SentenceOrders orders = new SentenceOrders();
    private boolean oneAtATime;
    private boolean held;
    private long lastId;

    /**
     * @param speaker  is told by the sentences when they are not wanted any more
     * @param send     sends an event, without blocking
     * @param reworded is told of a sentence in other words, before its end is known to whoever reads it
     */
    Speaking(RealtimeService service, SpokenSentence.Speaker speaker, Consumer<ObjectNode> send, Runnable reworded) {
        this.service = service;
        this.speaker = speaker;
        this.send = send;
        this.reworded = reworded;
    }

    /** A sentence that waits until {@link #sendWaiting}. */
    SpokenSentence add(SpeechRequest request) {
        SpokenSentence sentence = new SpokenSentence(request, "speak-" + ++lastId, service, speaker);
        orders.add(sentence);
        return sentence;
    }

    void sendWaiting() {
        if (held) {
            return;
        }
        for (Optional<SentenceOrder> next = orders.next(oneAtATime); next.isPresent(); next = orders.next(oneAtATime)) {
            next.get().send();
            SpokenSentence sentence = next.get().sentence();
            send.accept(SpeakingEvents.responseCreate(sentence.eventId(), sentence.request()));
        }
    }

    /**
     * Nobody wants the rest of a sentence.
     *
     * @param forgotten whether the service's word that it is over is not waited for
     */
    void giveUp(SpokenSentence sentence, boolean forgotten) {
        orders.of(sentence).ifPresent(order -> giveUp(order, forgotten));
    }

    boolean isIdle() {
        return orders.isEmpty();
    }

    /** All that is under way fails. */
    void failAll(ServiceException reason) {
        orders.removeAll().forEach(order -> order.sentence().fail(reason));
    }

    /** An event about a response. */
    void take(JsonNode event) {
        String id = event.path("response_id").asText(event.path("response").path("id").asText(""));
        Optional<SentenceOrder> order = orders.answeredAs(id);
        order.ifPresent(one -> one.sentence().touch());
        orders.touchWaiting();
        // the second name of each is that of the preview, which other servers still use
        switch (event.path("type").asText("")) {
            case "response.created" -> created(event.path("response"), id);
            case "response.output_audio.delta", "response.audio.delta" ->
                order.ifPresent(one -> sound(one, event.path("delta").asText("")));
            case "response.output_audio_transcript.delta", "response.audio_transcript.delta" ->
                order.ifPresent(one -> one.heard(event.path("delta").asText("")));
            case "response.output_audio_transcript.done", "response.audio_transcript.done" ->
                order.ifPresent(one -> one.heardInAll(event.path("transcript").asText("")));
            case "response.done" -> {
                held = false;
                order.ifPresent(one -> done(one, event.path("response")));
            }
            default -> { // tells nothing that is needed here
            }
        }
    }

    /** An error that is not about the session: about a sentence, or about the end of one. */
    void error(JsonNode error) {
        String code = error.path("code").asText("");
        String cause = error.path("event_id").asText("");
        if (cause.startsWith(CANCEL) || code.equals("response_cancel_not_active")) {
            return; // what was to be cancelled was over already
        }
        orders.askedBy(cause).ifPresent(order -> {
            if (code.equals("conversation_already_has_active_response")) {
                oneAtATime = true;
                held = true; // until a response is over, whosoever it is
                order.takeBack();
            } else {
                orders.remove(order);
                order.sentence().fail(service.failures().reported(error, order.said()));
            }
        });
    }

    private void giveUp(SentenceOrder order, boolean forgotten) {
        if (!order.isGivenUp()) {
            order.giveUp();
            cancelResponse(order);
        }
        if (!order.isSent() || forgotten) {
            orders.remove(order);
        }
    }

    /** Does nothing as long as the response has no name: it is cancelled when it gets one. */
    private void cancelResponse(SentenceOrder order) {
        String id = order.responseId();
        if (id != null) {
            send.accept(SpeakingEvents.responseCancel(CANCEL + ++lastId, id));
        }
    }

    private void created(JsonNode response, String id) {
        orders.askedBy(response.path("metadata").path(SpeakingEvents.SENTENCE).asText("")).ifPresent(order -> {
            order.answeredAs(id);
            order.sentence().touch();
            if (order.isGivenUp()) {
                cancelResponse(order);
            }
        });
    }

    private void sound(SentenceOrder order, String base64) {
        if (order.isGivenUp()) {
            return; // late: nobody hears it
        }
        try {
            order.sentence().add(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            order.sentence().fail(service.failures().badReply("its sound was damaged"));
            giveUp(order, false);
        }
    }

    private void done(SentenceOrder order, JsonNode response) {
        orders.remove(order);
        switch (response.path("status").asText("")) {
            case "completed" -> {
                if (!order.isGivenUp() && order.isReworded()) {
                    reworded.run();
                }
                order.sentence().complete();
            }
            case "failed" -> order.sentence().fail(
                    service.failures().reported(response.path("status_details").path("error"), order.said()));
            default -> order.sentence().fail(service.failures().badReply("it was cut short"));
        }
    }
}
