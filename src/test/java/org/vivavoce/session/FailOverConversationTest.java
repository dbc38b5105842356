package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Conversations in which services stay away and others go on, with two local servers. */
class FailOverConversationTest {

    private static final String ANNOUNCEMENT = "The other one goes on.";

    private final LocalOpenAi server = FaultyConversation.server();
    private final LocalOpenAi others = FaultyConversation.server();

    FailOverConversationTest() throws Exception {
        others.prepare(ANNOUNCEMENT);
    }

    @AfterEach
    void stop() {
        server.close();
        others.close();
    }

    @Test
    void whatNobodyUnderstoodIsUnderstoodByTheOthersWithoutTheUser() throws Exception {
        server.script().failAlways(Stage.TRANSCRIPTION, Fault.error(503, "No.", ""));
        try (FaultyConversation talk = talk()) {
            talk.says();
            assertEquals(1, talk.troubles().size());
            talk.rests(Duration.ofSeconds(15)); // in which it is tried again by itself
            assertFalse(talk.canTryAgain());
            assertEquals(1, talk.failedOver().size());
            talk.troubles(); // those before
            int before = server.log().all().size();
            talk.says();

            assertEquals(List.of(), talk.troubles());
            assertEquals(before, server.log().all().size(), "nothing is asked of what stays away");
            talk.awaitUtteranceKept(false);
            assertEquals(List.of(Message.user(FaultyConversation.SAID),
                    Message.partner(ANNOUNCEMENT + " " + FaultyConversation.REPLY),
                    Message.user(FaultyConversation.SAID), Message.partner(FaultyConversation.REPLY)), talk.end());
        }
    }

    @Test
    void aRefusedKeyIsNoEndOfTheConversation() throws Exception {
        server.script().failAlways(Stage.CHAT, Fault.error(401, "No.", "invalid_api_key"));
        try (FaultyConversation talk = talk()) {
            talk.says();

            assertEquals(List.of(), talk.troubles(), "it is told as what the others took over for");
            assertEquals(1, talk.failedOver().size());
            assertEquals(Message.partner(ANNOUNCEMENT + " " + FaultyConversation.REPLY), talk.end().getLast());
        }
    }

    private FaultyConversation talk() {
        FaultyConversation talk = new FaultyConversation(server, "gpt-4o-mini-tts", Duration.ofSeconds(10));
        talk.failsOverTo(others, ANNOUNCEMENT);
        return talk;
    }
}
