package org.vivavoce.api;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.store.SessionId;

/** {@code POST /v1/sessions/ID/messages}: answers a message with a stream of events. Thread-safe. */
final class MessagesEndpoint {

    /** The longest message with each character escaped, and what stands around it. */
    static final int MOST_JSON_BYTES = 6 * Wanted.MOST_CHARACTERS + 4096;

    /** What recognisers take. */
    private static final int MOST_AUDIO_BYTES = 25 * 1024 * 1024;

    private static final Set<String> AUDIO = Set.of("audio/wav", "audio/x-wav", "audio/wave", "audio/ogg",
            "audio/opus", "audio/mpeg", "audio/mp3");

    private final Replies replies;
    private final Executor executor;
    private final ApiOptions options;

    /** @param executor runs what watches over a stream */
    MessagesEndpoint(Replies replies, Executor executor, ApiOptions options) {
        this.replies = replies;
        this.executor = executor;
        this.options = options;
    }

    /**
     * A message that was typed.
     *
     * @param text  what the user says
     * @param audio whether the reply is spoken as well; null for no
     */
    record Typed(@Nullable String text, @Nullable Boolean audio) {
        @Override
        public String toString() {
            return "Typed"; // what was said never enters a log
        }
    }

    void answer(Call call) throws ProblemException, IOException {
        SessionId id = Wanted.session(call.parameter("id"));
        Replies.Incoming message;
        boolean aloud;
        if (AUDIO.contains(call.contentType())) {
            message = new Replies.Incoming.Spoken(call.body(MOST_AUDIO_BYTES));
            aloud = call.query("audio").filter("true"::equals).isPresent();
        } else if (call.contentType().equals("application/json")) {
            Typed typed = call.json(Typed.class, MOST_JSON_BYTES);
            message = new Replies.Incoming.Typed(Wanted.message(typed.text()));
            aloud = Boolean.TRUE.equals(typed.audio());
        } else {
            throw new ProblemException(
                    Problem.mediaType("Send application/json, audio/wav, audio/ogg or audio/mpeg."));
        }
        Cancellation cancellation = new Cancellation();
        EventStream stream = new EventStream(call, cancellation);
        try (Heartbeat _ = Heartbeat.start(executor, options.heartbeat(), stream::beat)) {
            replies.answer(id, message, aloud, stream, cancellation);
        }
    }
}
