package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.WaveHeader;

/**
 * One committed piece on its way to a transcript, which comes after the server's base delay: what was said before has been listened to as
 * it came. Runs on a virtual thread; cancelled by the reading thread.
 */
final class RealtimePiece implements Runnable {

    /** No client waits so long. */
    private static final long LONG_NANOS = Duration.ofHours(1).toNanos();

    private final RealtimeListening listening;
    private final String id;
    private final JsonNode transcription;
    private final byte[] sound;
    private final Optional<PieceFault> fault;
    private final SeenRequest seen;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean cancelled; // guarded by lock

    RealtimePiece(RealtimeListening listening, String id, JsonNode transcription, byte[] sound,
            Optional<PieceFault> fault) {
        this.listening = listening;
        this.id = id;
        this.transcription = transcription;
        this.sound = sound;
        this.fault = fault;
        this.seen = listening.server().requests().arrived(Optional.of(Stage.TRANSCRIPTION),
                listening.server().connection().request(), content());
    }

    /** Tells the client that it is there. */
    void begin() throws IOException {
        short[] samples = new short[sound.length / 2];
        ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        listening.server().log().heard(listening.server().number(), id, samples);
        listening.send(Answers.object().put("type", "input_audio_buffer.committed").putNull("previous_item_id")
                .put("item_id", id));
    }

    void cancel() {
        lock.lock();
        try {
            cancelled = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        RequestLog requests = listening.server().requests();
        try {
            String understood = listening.server().script().understood(seen);
            boolean gone = isCancelledBefore(seen.times().arrived()
                    + listening.server().script().delays().transcription().base().toNanos());
            if (gone) {
                requests.cancelled(seen.id());
            } else {
                answer(listening.server().script().nextTranscript(understood));
                requests.ended(seen.id());
            }
        } catch (IOException e) {
            requests.cancelled(seen.id()); // the client has gone, or the socket was cut on purpose
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listening.over(this);
        }
    }

    private void answer(String text) throws IOException, InterruptedException {
        if (fault.isEmpty()) {
            listening.send(about("delta").put("delta", text));
            listening.send(completed().put("transcript", text));
            return;
        }
        switch (fault.get().kind()) {
            case FAILED -> {
                ObjectNode failed = about("failed");
                failed.putObject("error").put("type", "transcription_error").put("code", fault.get().code())
                        .put("message", "The audio could not be transcribed.").putNull("param");
                listening.send(failed);
            }
            case NO_TRANSCRIPT -> listening.send(completed());
            case NOT_JSON -> listening.server().connection().send("neither text nor JSON");
            case CLOSE_AFTER_COMMIT -> listening.server().connection().close(1001, fault.get().code());
            case CUT_AFTER_COMMIT -> listening.server().connection().cut();
            case STALL, ERROR_EVENT, SOUND_REFUSED, CLOSE_BEFORE_COMMIT, CUT_BEFORE_COMMIT ->
                isCancelledBefore(System.nanoTime() + LONG_NANOS);
        }
    }

    private ObjectNode completed() {
        ObjectNode event = about("completed");
        event.putObject("usage").put("type", "duration").put("seconds", sound.length / 2.0 / Voice.SAMPLE_RATE);
        return event;
    }

    private ObjectNode about(String what) {
        return Answers.object().put("type", "conversation.item.input_audio_transcription." + what).put("item_id", id)
                .put("content_index", 0);
    }

    /** As an upload of the same would look. */
    private SeenRequest.Content content() {
        Map<String, String> fields = new HashMap<>();
        transcription.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                List<String> values = new ArrayList<>();
                field.getValue().forEach(value -> values.add(value.asText()));
                fields.put(field.getKey() + "[]", String.join("\n", values));
            } else {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(WaveHeader.ofUnknownLength(Voice.SAMPLE_RATE));
        file.writeBytes(sound);
        return new SeenRequest.Content(Map.copyOf(fields), MissingNode.getInstance(), file.toByteArray(), "", "");
    }

    private boolean isCancelledBefore(long nanoTime) throws InterruptedException {
        lock.lock();
        try {
            for (long left = nanoTime - System.nanoTime(); left > 0 && !cancelled; left = nanoTime
                    - System.nanoTime()) {
                changed.awaitNanos(left);
            }
            return cancelled;
        } finally {
            lock.unlock();
        }
    }
}
