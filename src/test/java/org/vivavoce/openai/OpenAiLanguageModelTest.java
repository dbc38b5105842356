package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OpenAiLanguageModelTest {

    private OpenAiServicesFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new OpenAiServicesFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void theRequestHoldsThePromptThenTheMessages() throws Exception {
        reply(OpenAiServicesFixture.question());

        SeenRequest seen = fixture.log().await(Stage.CHAT, 1);
        assertEquals(List.of("system: You are Alex.", "assistant: Tell me about yourself.",
                "user: [INTERRUPTED] " + OpenAiServicesFixture.SAID, "system: Ask gently."), seen.messages());
        assertEquals("gpt-4o-mini", seen.field("model"));
        assertEquals("0.9", seen.field("temperature"));
        assertEquals("300", seen.field("max_completion_tokens"));
        assertEquals("true", seen.field("stream"));
        assertEquals("{\"include_usage\":true}", seen.field("stream_options"));
        assertFalse(seen.has("max_tokens"));
        assertEquals("", seen.header("x-vivavoce-call"), "the private token stays here");
    }

    @Test
    void theReplyComesInPiecesWithItsUse() throws Exception {
        fixture.script().replies("Good. Tell me more, please!");
        List<String> pieces = new ArrayList<>();

        Completion whole = fixture.services.languageModel().reply(OpenAiServicesFixture.question(), pieces::add,
                new Cancellation());

        assertEquals("Good. Tell me more, please!", whole.text());
        assertEquals(whole.text(), String.join("", pieces));
        assertEquals(5, pieces.size());
        assertFalse(whole.cutAtLimit());
        assertEquals(5, whole.outputTokens());
        assertTrue(whole.inputTokens() > 0);
    }

    @Test
    void theFirstTokenArrivesBeforeTheStreamHasEnded() throws Exception {
        // The server hangs in the middle until the client goes: only a true stream gets a token to the listener.
        fixture.script().fail(Stage.CHAT, Fault.of(Fault.Kind.STALL_IN_STREAM));
        Cancellation cancellation = new Cancellation();
        List<String> pieces = new ArrayList<>();

        assertThrows(ServiceException.Cancelled.class,
                () -> fixture.services.languageModel().reply(OpenAiServicesFixture.question(), piece -> {
                    pieces.add(piece);
                    cancellation.cancel();
                }, cancellation));

        assertEquals(List.of("That"), pieces);
        assertFalse(fixture.log().await(Stage.CHAT, 1, SeenRequest::wasCancelled).hasEnded());
    }

    @Test
    void aReplyCutAtTheLimitSaysSo() throws Exception {
        fixture.script().replies("one two three four");

        Completion whole = reply(new ChatRequest("", List.of(Message.user("count")), 0, 2));

        assertEquals("one two", whole.text());
        assertTrue(whole.cutAtLimit());
        assertEquals(List.of("user: count"), fixture.log().await(Stage.CHAT, 1).messages(),
                "an empty prompt is no message");
    }

    @Test
    void fieldsTheServiceRefusesAreLeftOutOneByOneAndStayOut() throws Exception {
        fixture.script().refuseFields(Stage.CHAT, "max_completion_tokens", "stream_options", "temperature");

        Completion whole = reply(OpenAiServicesFixture.question());

        assertEquals(-1, whole.outputTokens(), "nobody counted");
        SeenRequest accepted = fixture.log().await(Stage.CHAT, 4);
        assertEquals("300", accepted.field("max_tokens"));
        assertFalse(accepted.has("stream_options"));
        assertFalse(accepted.has("temperature"));
        reply(OpenAiServicesFixture.question());
        assertEquals(5, fixture.log().of(Stage.CHAT).size());
    }

    @Test
    void whatTheListenerThrowsIsNotTheServicesFault() throws Exception {
        IllegalStateException bug = new IllegalStateException("bug");

        RuntimeException thrown = assertThrows(IllegalStateException.class,
                () -> fixture.services.languageModel().reply(OpenAiServicesFixture.question(), piece -> {
                    throw bug;
                }, new Cancellation()));

        assertSame(bug, thrown);
        assertEquals("Good. Next.", replyAfter("Good. Next."));
    }

    @Test
    void tokensComeAtTheSetPace() throws Exception {
        fixture.script().delays(Delays.NONE.with(new Delays.Chat(Duration.ofMillis(20), 200)));

        reply(OpenAiServicesFixture.question());

        SeenRequest.Times times = fixture.log().await(Stage.CHAT, 1, SeenRequest::hasEnded).times();
        assertTrue(times.firstByte() - times.arrived() >= 20_000_000, "never earlier than set");
        assertTrue(times.ended() - times.firstByte() >= 50_000_000, "never faster than set");
    }

    private String replyAfter(String text) throws ServiceException {
        fixture.script().replies(text);
        return reply(OpenAiServicesFixture.question()).text();
    }

    private Completion reply(ChatRequest request) throws ServiceException {
        return fixture.services.languageModel().reply(request, piece -> {
        }, new Cancellation());
    }
}
