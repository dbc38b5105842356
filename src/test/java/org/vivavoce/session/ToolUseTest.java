package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ToolUseTest {

    private static final ChatRequest REQUEST = new ChatRequest("Be kind.", List.of(Message.user("hello")), 0.9, 150);
    private static final ToolCall NOTE = new ToolCall("call_1", "note", "{\"text\": \"a bridge\"}");

    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<ChatRequest> asked = new CopyOnWriteArrayList<>();
    private final Deque<Completion> script = new ArrayDeque<>();
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch modelWasAsked = new CountDownLatch(1);
    private final Certainty certainty = new Certainty();
    private final ToolUse use = new ToolUse(TestTools.toolbox(notes::add), new TraceLine(Trace.NONE, () -> 0));

    @Test
    void twoCallsInOneReplyAreDoneInTheirOrderAndTheReplyGoesOn() throws Exception {
        writes("Let me see.", NOTE, new ToolCall("call_2", "look", ""));
        writes("It is blue, and noted.");
        certainty.becomes();

        Completion reply = reply();

        assertEquals(List.of("a bridge"), notes);
        assertEquals(List.of("Let me see.", "\n", "It is blue, and noted."), said);
        assertEquals("Let me see.\nIt is blue, and noted.", reply.text());
        assertEquals(List.of("noted", "It is blue."), asked.getLast().rounds().getFirst().results());
        assertEquals("Let me see.", asked.getLast().rounds().getFirst().said());
        assertEquals(20, reply.inputTokens());
        assertEquals(10, reply.outputTokens());
    }

    @Test
    void whatIsWrongWithACallIsToldToTheModelAndToNobodyElse() throws Exception {
        writes("", new ToolCall("1", "note", "{\"text\":"), new ToolCall("2", "note", "{}"),
                new ToolCall("3", "sing", "{}"), new ToolCall("4", "broken", "{}"),
                new ToolCall("5", "mistaken", "{}"));
        writes("Never mind.");

        certainty.becomes();
        assertEquals("Never mind.", reply().text());
        assertEquals(List.of("The call was malformed: the arguments are no valid JSON. Nothing was done.",
                "The call was malformed: \"text\" is missing. Nothing was done.",
                "There is no such tool. There are: note, look, broken, mistaken.",
                "It did not work: the pencil is broken.", "It did not work: the program made a mistake."),
                asked.getLast().rounds().getFirst().results());
        assertEquals(List.of(), notes);
    }

    @Test
    void whatLeavesSomethingBehindWaitsUntilTheReplyIsCertain() throws Exception {
        writes("", new ToolCall("1", "look", ""), NOTE);
        writes("Noted.");
        CompletableFuture<Completion> reply = CompletableFuture.supplyAsync(this::replyUnchecked);
        modelWasAsked.await();
        assertEquals(List.of(), notes);
        certainty.becomes();

        assertEquals("Noted.", reply.get().text());
        assertEquals(List.of("a bridge"), notes);
    }

    @Test
    void aReplyThatIsTakenBackLeavesNothingBehind() throws Exception {
        writes("", NOTE);
        CompletableFuture<Completion> reply = CompletableFuture.supplyAsync(this::replyUnchecked);
        cancellation.cancel();

        ExecutionException failed = assertThrows(ExecutionException.class, reply::get);
        assertInstanceOf(ServiceException.Cancelled.class,
                Objects.requireNonNull(failed.getCause()).getCause());
        assertEquals(List.of(), notes);
    }

    @Test
    void aModelThatCallsOnAndOnIsOfferedNothingAnyMore() throws Exception {
        for (int round = 0; round < ToolUse.MOST_ROUNDS; round++) {
            writes("", new ToolCall("1", "look", ""));
        }
        writes("Enough.", new ToolCall("1", "look", ""));

        assertEquals("Enough.", reply().text());
        assertEquals(ToolUse.MOST_ROUNDS + 1, asked.size());
        assertEquals(List.of(), asked.getLast().tools());
        assertEquals(List.of("note", "look", "broken", "mistaken"),
                asked.getFirst().tools().stream().map(ToolOffer::name).toList());
    }

    @Test
    void whoHasSaidSomethingMayEndInSilenceAfterACall() throws Exception {
        writes("I note that.", NOTE);
        script.add(new Completion("", false, -1, -1));
        certainty.becomes();

        Completion reply = reply();
        assertEquals("I note that.", reply.text());
        assertEquals(-1, reply.inputTokens());
    }

    @Test
    void whoSaysNothingAtAllHasFailed() {
        writes("", NOTE);
        script.add(new Completion("", false, -1, -1));
        certainty.becomes();

        assertThrows(ServiceException.BadReply.class, this::reply);
        assertTrue(said.isEmpty());
    }

    private void writes(String text, ToolCall... calls) {
        script.add(new Completion(text, false, 10, 5, List.of(calls)));
    }

    private Completion reply() throws ServiceException {
        return use.reply(this::answer, REQUEST, said::add, certainty, cancellation);
    }

    private Completion replyUnchecked() {
        try {
            return reply();
        } catch (ServiceException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The model: what it has nothing to say to is a bad reply, as it is where a service says nothing. */
    private Completion answer(ChatRequest request, Consumer<String> onText, Cancellation token)
            throws ServiceException {
        Completion next = script.remove();
        asked.add(request);
        modelWasAsked.countDown();
        if (next.text().isEmpty() && next.calls().isEmpty()) {
            throw new ServiceException.BadReply(Stage.CHAT, "it was empty", null);
        }
        List<String> pieces = new ArrayList<>(next.text().isEmpty() ? List.of() : List.of(next.text()));
        pieces.forEach(onText);
        return next;
    }
}
