package org.vivavoce.conversation;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The first sentence sounds while the chat model is still writing. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class FirstSoundTest {

    private static final String REPLY = "The first idea came from a teacher. She asked us to count the birds. We did it for a whole winter. "
            + "Nobody expected so many of them. In spring we drew a large map. It still hangs in the hall.";

    @Test
    void theFirstSentenceSoundsBeforeTheReplyIsWritten() throws Exception {
        LocalOpenAi server = Talk.newServer();
        server.script().delays(Delays.NONE.with(new Delays.Chat(Duration.ofMillis(100), 8)));
        server.script().replies(REPLY);
        server.prepare(Sentences.of(REPLY).toArray(String[]::new));
        try (Talk talk = Talk.withServer(server, "--mode", "chat", "--no-opening")) {
            talk.trace().await("listening", 1);
            talk.program().type("Tell me a story.");
            TraceEvent asked = talk.trace().await("chat-request", 1);
            TraceEvent firstSound = talk.trace().await("first-sound", 1);
            TraceEvent written = talk.trace().await("chat-end", 1);
            talk.program().type("/quit");
            assertEquals(0, talk.program().awaitExit(Talk.END_LIMIT));
            SeenRequest chat = server.log().await(Stage.CHAT, 1, SeenRequest::hasEnded);
            SeenRequest speech = server.log().of(Stage.SPEECH).stream()
                    .filter(request -> REPLY.contains(request.field("input"))).findFirst().orElseThrow();
            double share = (double) (firstSound.ms() - asked.ms()) / (written.ms() - asked.ms());
            new Figures("first-sound").put("first-sound-ms", firstSound.ms() - asked.ms())
                    .put("written-ms", written.ms() - asked.ms()).put("share", share).tell();
            assertTrue(firstSound.ms() < written.ms(), "the first sound came after the last word was written");
            assertTrue(speech.times().firstByte() < chat.times().ended(),
                    "the speech came after the chat stream's end");
            assertTrue(share <= 0.8, () -> "first sound after " + share + " of the writing"); // 0.34 on an idle computer
        }
    }
}
