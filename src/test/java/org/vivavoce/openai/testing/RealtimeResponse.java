package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One sentence spoken over a socket, at the server's pace. Runs on a virtual thread; cancelled by the reading thread. */
final class RealtimeResponse implements Runnable {

    /** A tenth of a second. */
    private static final int CHUNK_SAMPLES = Voice.SAMPLE_RATE / 10;

    /** What the service sends as the reason when it ends a session. */
    private static final int GOING_AWAY = 1001;

    private final RealtimeConversation conversation;
    private final String id;
    private final JsonNode metadata;
    private final String text;
    private final Optional<RealtimeFault> fault;
    private final long arrivedNanos = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean cancelled; // guarded by lock

    RealtimeResponse(RealtimeConversation conversation, String id, JsonNode metadata, String text,
            Optional<RealtimeFault> fault) {
        this.conversation = conversation;
        this.id = id;
        this.metadata = metadata;
        this.text = text;
        this.fault = fault;
    }

    String id() {
        return id;
    }

    /** Tells the client that it is under way. */
    void begin() throws IOException {
        conversation.send(response("response.created", "in_progress"));
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
        try {
            String status = speak();
            conversation.over(id); // before the client hears of it: it may ask for the next at once
            conversation.send(response("response.done", status));
        } catch (IOException e) {
            conversation.over(id); // the client has gone, or the socket was cut on purpose
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells how it ended. */
    private String speak() throws IOException, InterruptedException {
        Delays.Speech delays = conversation.server().delays();
        String said = conversation.server().realtime().worded(text);
        short[] samples = conversation.server().rendered().of(said, delays.leadingSilence()).samples();
        long firstByte = arrivedNanos + delays.firstByte().toNanos();
        if (isCancelledBefore(firstByte)) {
            return "cancelled";
        }
        boolean early = fault.filter(RealtimeFault::isBeforeSound).isPresent();
        int end = early ? 0 : fault.isPresent() ? samples.length / 2 : samples.length;
        double nanosPerSample = delays.timesRealTime() <= 0 ? 0 : 1e9 / Voice.SAMPLE_RATE / delays.timesRealTime();
        for (int at = 0; at < end; at += CHUNK_SAMPLES) {
            if (isCancelledBefore(firstByte + (long) (at * nanosPerSample))) {
                return "cancelled";
            }
            conversation.send(delta(sound(samples, at, Math.min(end, at + CHUNK_SAMPLES))));
        }
        if (fault.isPresent()) {
            return goWrong(fault.get());
        }
        conversation.send(about("response.output_audio.done"));
        conversation.send(about("response.output_audio_transcript.delta").put("delta", said));
        conversation.send(about("response.output_audio_transcript.done").put("transcript", said));
        return "completed";
    }

    private String goWrong(RealtimeFault wrong) throws IOException, InterruptedException {
        switch (wrong.kind()) {
            case CLOSE_BEFORE_SOUND, CLOSE_IN_SOUND ->
                conversation.server().connection().close(GOING_AWAY, wrong.code());
            case CUT_BEFORE_SOUND -> conversation.server().connection().cut();
            case CUT_IN_SOUND -> conversation.server().connection().hangUp();
            case DAMAGED_SOUND -> conversation.send(delta("no base64!"));
            case NOT_JSON -> conversation.server().connection().send("neither sound nor JSON");
            case NO_SOUND -> {
                return "completed";
            }
            case INCOMPLETE -> {
                return "incomplete";
            }
            case FAILED, ERROR_EVENT -> {
                return "failed";
            }
            case STALL_BEFORE_SOUND, STALL_IN_SOUND -> { // waits below
            }
        }
        awaitCancelled();
        return "cancelled";
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

    private void awaitCancelled() throws InterruptedException {
        lock.lock();
        try {
            while (!cancelled) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private ObjectNode delta(String base64) {
        return about("response.output_audio.delta").put("delta", base64);
    }

    private ObjectNode about(String type) {
        String name = conversation.server().realtime().hasPreviewNames() ? type.replace("output_audio", "audio") : type;
        return Answers.object().put("type", name).put("response_id", id).put("item_id", "item_" + id)
                .put("output_index", 0).put("content_index", 0);
    }

    private ObjectNode response(String type, String status) {
        ObjectNode event = Answers.object().put("type", type);
        ObjectNode response = event.putObject("response").put("object", "realtime.response").put("id", id)
                .put("status", status).putNull("conversation_id");
        response.set("metadata", conversation.server().realtime().hasPreviewNames() ? null : metadata);
        if (status.equals("failed")) {
            response.putObject("status_details").put("type", status).putObject("error").put("type", "server_error")
                    .put("code", fault.map(RealtimeFault::code).orElse(""));
        }
        return event;
    }

    private static String sound(short[] samples, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples, from, to - from);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
