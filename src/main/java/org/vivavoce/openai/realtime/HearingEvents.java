package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.vivavoce.ai.SpeechHints;

/**
 * The events a client sends to have speech transcribed, as the published description has them (openai/openai-openapi, schemas
 * {@code RealtimeClientEventSessionUpdate}, {@code RealtimeTranscriptionSessionCreateRequestGA}, {@code AudioTranscription},
 * {@code RealtimeClientEventInputAudioBufferAppend}, {@code …Commit}, {@code …Clear}). Functions without state.
 */
final class HearingEvents {

    /** The only rate of {@code audio/pcm} there; 16 bits, little-endian, one channel. */
    static final int SAMPLE_RATE = 24_000;

    private HearingEvents() {}

    /**
     * How all that follows is to be transcribed.
     *
     * @param before what the session was told before
     */
    static ObjectNode sessionUpdate(String eventId, String model, SpeechHints hints, SpeechHints before,
            HintFields fields) {
        ObjectNode event = event("session.update").put("event_id", eventId);
        ObjectNode input = event.putObject("session").put("type", "transcription").putObject("audio")
                .putObject("input");
        input.putObject("format").put("type", "audio/pcm").put("rate", SAMPLE_RATE);
        fields.write(hints, before, input.putObject("transcription").put("model", model));
        input.putNull("turn_detection"); // where a piece ends is decided here
        return event;
    }

    /** More sound for the buffer. */
    static ObjectNode append(byte[] samples) {
        return event("input_audio_buffer.append").put("audio", Base64.getEncoder().encodeToString(samples));
    }

    /** What is in the buffer is a piece: its transcript is wanted, and the buffer is empty. */
    static ObjectNode commit(String eventId) {
        return event("input_audio_buffer.commit").put("event_id", eventId);
    }

    /** What is in the buffer is forgotten. */
    static ObjectNode clear(String eventId) {
        return event("input_audio_buffer.clear").put("event_id", eventId);
    }

    private static ObjectNode event(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
