package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vivavoce.ai.SpeechRequest;

/**
 * The events a client sends to have sentences spoken, as the published description has them (openai/openai-openapi, schemas
 * {@code RealtimeClientEventSessionUpdate}, {@code …ResponseCreate}, {@code …ResponseCancel}, {@code RealtimeSessionCreateRequestGA}).
 * Functions without state.
 */
final class SpeakingEvents {

    /** The only rate of {@code audio/pcm} there; 16 bits, little-endian, one channel. */
    static final int SAMPLE_RATE = 24_000;

    /** The member of a response's metadata that names the event which asked for it. */
    static final String SENTENCE = "sentence";

    private SpeakingEvents() {}

    /**
     * How all sentences are to be spoken.
     *
     * @param reasons whether the model is told not to think long: reading needs no thought, which is time before the first sound
     */
    static ObjectNode sessionUpdate(String eventId, String voice, boolean reasons) {
        ObjectNode event = event("session.update", eventId);
        ObjectNode session = event.putObject("session").put("type", "realtime");
        session.putArray("output_modalities").add("audio");
        ObjectNode output = session.putObject("audio").putObject("output").put("voice", voice);
        output.putObject("format").put("type", "audio/pcm").put("rate", SAMPLE_RATE);
        if (reasons) {
            session.putObject("reasoning").put("effort", "minimal"); // the least there is
        }
        return event;
    }

    /** One sentence, outside of any conversation: nothing said before is read again, or paid for again. */
    static ObjectNode responseCreate(String eventId, SpeechRequest request) {
        ObjectNode event = event("response.create", eventId);
        ObjectNode response = event.putObject("response").put("conversation", "none");
        response.putArray("output_modalities").add("audio");
        response.put("instructions", ReadAloud.inThisManner(request.instructions()));
        ObjectNode message = response.putArray("input").addObject().put("type", "message").put("role", "user");
        message.putArray("content").addObject().put("type", "input_text").put("text", request.text());
        response.putObject("metadata").put(SENTENCE, eventId);
        return event;
    }

    /** Stops one response; without its id, that of the conversation would be meant. */
    static ObjectNode responseCancel(String eventId, String responseId) {
        return event("response.cancel", eventId).put("response_id", responseId);
    }

    private static ObjectNode event(String type, String id) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("event_id", id);
    }
}
