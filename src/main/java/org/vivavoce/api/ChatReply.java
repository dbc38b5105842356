package org.vivavoce.api;

import java.util.function.Consumer;
import org.vivavoce.session.WrittenTurn;

/**
 * A reply in the chat protocol: frames {@code {tag, chunk, chatId, done}}, ideas first and then one message in chunks. Since the partner may
 * say a word before it notes something, the beginning of a message waits until that is unlikely. Used by the thread that asks.
 */
final class ChatReply implements ReplySink {

    /** Characters that wait for ideas: "Of course, I'll note these three names for you." is half of it. */
    static final int HELD_BACK = 100;

    private final String chatId;
    private final Consumer<String> frames;
    private final Chunks chunks;
    private final StringBuilder heldBack = new StringBuilder();
    private boolean holding;

    /**
     * One reply.
     *
     * @param notes  whether the partner may note ideas
     * @param frames takes the text of each frame
     */
    ChatReply(String chatId, int leastChunk, boolean notes, Consumer<String> frames) {
        this.chatId = chatId;
        this.frames = frames;
        this.chunks = new Chunks(leastChunk);
        this.holding = notes;
    }

    @Override
    public void text(String piece) {
        if (!holding) {
            send(piece);
            return;
        }
        heldBack.append(piece);
        if (heldBack.length() >= HELD_BACK) {
            release();
        }
    }

    private void release() {
        holding = false;
        send(heldBack.toString());
        heldBack.setLength(0);
    }

    private void send(String piece) {
        chunks.add(piece).ifPresent(chunk -> frame("message", chunk, false));
    }

    @Override
    public void ideaSaved(String idea) {
        frame("idea", idea, true);
    }

    @Override
    public void done(WrittenTurn.Answer answer) {
        release();
        frame("message", chunks.rest(), true);
    }

    @Override
    public void failed(Problem problem) {
        release();
        String rest = chunks.rest();
        if (!rest.isEmpty()) {
            frame("message", rest, false);
        }
        frame("error", problem.detail(), true);
    }

    private void frame(String tag, String chunk, boolean done) {
        frames.accept(Json
                .text(Json.object().put("tag", tag).put("chunk", chunk).put("chatId", chatId).put("done", done)));
    }

    @Override
    public void audio(int sentence, String contentType, byte[] bytes) {
        // this protocol has text only
    }

    @Override
    public void heard(String words) {
        // what is typed need not be understood
    }

    @Override
    public void ideaTakenBack(String idea) {
        // the message says so
    }

    @Override
    public void noticed(String sentence) {
        // this protocol has no place for it
    }
}
