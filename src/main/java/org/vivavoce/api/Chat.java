package org.vivavoce.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.StoreException;

/** Answers the messages of the chat protocol: {@code {message, chatId}} in, frames of {@link ChatReply} out. Thread-safe. */
final class Chat {

    private final Conversations conversations;
    private final LiveSessions live;
    private final Replies replies;
    private final Gate gate;
    private final int leastChunk;

    Chat(Conversations conversations, LiveSessions live, Replies replies, Gate gate, int leastChunk) {
        this.conversations = conversations;
        this.live = live;
        this.replies = replies;
        this.gate = gate;
        this.leastChunk = leastChunk;
    }

    /** What sessions are that begin here. */
    record NewChats(Mode mode, Language language) {}

    /**
     * What a client sends.
     *
     * @param message what the user says
     * @param chatId  the session; null or empty for a new one
     */
    record Incoming(@Nullable String message, @Nullable String chatId) {
        @Override
        public String toString() {
            return "Incoming"; // what was said never enters a log
        }
    }

    /** Answers one message, and returns at the end of the reply. */
    void answer(String text, NewChats newChats, Consumer<String> frames, Cancellation cancellation) {
        String chatId = "";
        try {
            gate.count();
            Incoming incoming = Json.read(text.getBytes(StandardCharsets.UTF_8), Incoming.class);
            chatId = Optional.ofNullable(incoming.chatId()).orElse("");
            String message = Wanted.message(incoming.message());
            LiveSession session = chatId.isEmpty()
                    ? live.begin(newChats.mode(), newChats.language(), false)
                    : live.get(Wanted.session(chatId));
            SessionId id = session.begun().id();
            replies.answer(id, new Replies.Incoming.Typed(message), false,
                    new ChatReply(id.text(), leastChunk, notes(session), frames), cancellation);
        } catch (ProblemException e) {
            new ChatReply(chatId, leastChunk, false, frames).failed(e.problem());
        } catch (StoreException e) {
            new ChatReply(chatId, leastChunk, false, frames)
                    .failed(Problem.unavailable(e.problem().sentence()));
        }
    }

    /** Whether the partner may note something. */
    private boolean notes(LiveSession session) {
        return conversations.modes().stream().filter(mode -> mode.id().equals(session.begun().mode()))
                .anyMatch(mode -> !mode.tools().isEmpty());
    }
}
