package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the partner does while it talks, in conversations with the local server. */
class ToolsInConversationTest {

    private static final List<ToolCall> CALLS = List.of(
            new ToolCall("call_1", "note", "{\"text\": \"a bridge\"}"),
            new ToolCall("call_2", "note", "{\"text\": \"a tunnel\"}"));

    private final LocalOpenAi server;

    ToolsInConversationTest() throws Exception {
        server = FaultyConversation.server();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void twoCallsInOneReplyAreDoneAndTheAnswerIsStreamedOn() throws Exception {
        try (FaultyConversation talk = talk()) {
            server.script().calls("", CALLS);
            talk.says();

            assertEquals(List.of(), talk.troubles());
            assertEquals(List.of("a bridge", "a tunnel"), talk.notes());
            List<SeenRequest> asked = server.log().of(Stage.CHAT);
            assertEquals(2, asked.size());
            assertEquals(List.of("user: " + FaultyConversation.SAID, "assistant: ", "tool: noted", "tool: noted"),
                    asked.getLast().messages().subList(1, 5));
            assertEquals("call_2", asked.getLast().content().json().at("/messages/4/tool_call_id").asText());
            assertTrue(asked.stream().allMatch(request -> request.has("tools") && !request.has("tool_choice")));
            assertEquals(List.of(Message.user(FaultyConversation.SAID), Message.partner(FaultyConversation.REPLY)),
                    talk.end());
        }
    }

    @Test
    void whatIsSaidBeforeACallIsHeardAndIsPartOfTheReply() throws Exception {
        try (FaultyConversation talk = talk()) {
            server.script().calls("That is quite right.", CALLS);
            server.script().replies("What else do you build?");
            talk.says();

            assertEquals(List.of(), talk.troubles());
            assertEquals(Message.partner(FaultyConversation.REPLY), talk.end().getLast());
        }
    }

    @Test
    void anAnswerThatFailsAfterACallIsTriedAgainWithoutCallingTwice() throws Exception {
        try (FaultyConversation talk = talk()) {
            server.script().calls("", CALLS);
            server.script().fail(Stage.CHAT, 2, Fault.error(503, "No.", ""));
            talk.says();

            assertEquals(List.of(), talk.troubles(), "the request after the calls is sent again by itself");
            assertEquals(List.of("a bridge", "a tunnel"), talk.notes());
            assertEquals(3, server.log().of(Stage.CHAT).size());
        }
    }

    private FaultyConversation talk() {
        return new FaultyConversation(server, "gpt-4o-mini-tts", Duration.ofSeconds(10));
    }
}
