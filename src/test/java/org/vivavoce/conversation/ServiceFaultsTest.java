package org.vivavoce.conversation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever goes wrong at a service in a running conversation, the user is told in one sentence, nothing that was said is lost, and the
 * conversation goes on.
 */
@Tag("slow")
@Order(4)
@Execution(ExecutionMode.CONCURRENT)
class ServiceFaultsTest {

    /** A fault that stands until it is told, and how the sentence to the user begins. */
    private record Trouble(Fault fault, String sentence) {

        /** Whether the service asks for a pause: then nothing is sent to it, and it is tried again after that by itself. */
        boolean asksForAPause() {
            return fault.headers().containsKey("Retry-After");
        }

        /** How many requests a transcription makes of it before it is told. */
        int tries() {
            return fault.status() >= 500 || fault.kind() == Fault.Kind.CUT_IN_STREAM ? 3 : 1;
        }
    }

    private static List<Trouble> troubles(Stage stage, String model) {
        return List.of(
                new Trouble(Fault.error(401, "Incorrect API key provided.", "invalid_api_key"),
                        new ServiceException.KeyRefused(stage, null).sentence()),
                new Trouble(Fault.error(403, "Not for you.", ""),
                        new ServiceException.ModelNotAllowed(stage, model, null).sentence()),
                new Trouble(Fault.error(429, "You exceeded your current quota.", "insufficient_quota"),
                        new ServiceException.QuotaExhausted(stage, null).sentence()),
                new Trouble(Fault.status(429, "{\"error\": {\"message\": \"slow down\"}}", Map.of("Retry-After", "3")),
                        new ServiceException.RateLimited(stage, Optional.of(Duration.ofSeconds(3)), null).sentence()),
                new Trouble(Fault.error(500, "The server had an error.", "server_error"),
                        new ServiceException.ServiceDown(stage, 500, null).sentence()),
                new Trouble(Fault.of(Fault.Kind.CUT_IN_STREAM),
                        new ServiceException.BadReply(stage, "it was cut short", null).sentence()));
    }

    @Test
    void anUtteranceThatCouldNotBeTranscribedIsSentAgain() throws Exception {
        LocalOpenAi server = Talk.newServer();
        server.script().repliesBy(request -> "All right then.");
        server.prepare("All right then.");
        try (Talk talk = Talk.withServer(server, "--mode", "chat", "--no-opening")) {
            FaultyTurns turns = new FaultyTurns(talk, server);
            List<Trouble> troubles = troubles(Stage.TRANSCRIPTION, "whisper-1");
            Utterance utterance = Utterance.english("Can you hear me now?");
            Utterance next = Utterance.english("I said something.");
            for (int i = 0; i < troubles.size(); i++) {
                turns.awaitArmed();
                Trouble trouble = troubles.get(i);
                server.script().failAlways(Stage.TRANSCRIPTION, trouble.fault());
                int before = server.log().of(Stage.TRANSCRIPTION).size();
                turns.fails(() -> talk.say(utterance), trouble.sentence());
                server.script().heal(Stage.TRANSCRIPTION);
                boolean goesOnSpeaking = i == 1;
                turns.goesOn(goesOnSpeaking ? () -> talk.say(next) : again(talk, trouble));
                List<SeenRequest> uploads = server.log().of(Stage.TRANSCRIPTION);
                assertEquals(before + trouble.tries() + (goesOnSpeaking ? 2 : 1), uploads.size());
                byte[] failed = uploads.get(before).content().audio();
                SeenRequest again = uploads.stream().skip(before + trouble.tries())
                        .filter(upload -> Arrays.equals(upload.content().audio(), failed))
                        .findFirst().orElseThrow(() -> new AssertionError("the utterance was not sent again"));
                String asked = server.log().of(Stage.CHAT).getLast().messages().getLast();
                assertTrue(asked.contains("utterance " + again.nth()), () -> "not in the request: " + asked);
            }
            turns.awaitArmed();
            server.script().transcripts("");
            turns.isTold(() -> talk.say(utterance), "No words could be made out");
            turns.goesOn(() -> talk.say(utterance));
            turns.end("faults-transcription", troubles.size() + 1);
        }
    }

    @Test
    void aReplyThatCouldNotBeWrittenIsAskedForAgain() throws Exception {
        LocalOpenAi server = Talk.newServer();
        server.script().repliesBy(request -> "All right then.");
        server.prepare("All right then.");
        try (Talk talk = Talk.withServer(server, "--mode", "chat", "--no-opening")) {
            FaultyTurns turns = new FaultyTurns(talk, server);
            List<Trouble> troubles = troubles(Stage.CHAT, "gpt-4o-mini");
            for (int i = 0; i < troubles.size(); i++) {
                turns.awaitArmed();
                Trouble trouble = troubles.get(i);
                server.script().failAlways(Stage.CHAT, trouble.fault());
                String line = "This is line number " + i + ".";
                turns.fails(() -> talk.program().type(line), trouble.sentence());
                server.script().heal(Stage.CHAT);
                boolean goesOnTyping = i % 2 == 1 && !trouble.asksForAPause();
                turns.goesOn(goesOnTyping ? () -> talk.program().type("And one more.") : again(talk, trouble));
                List<String> messages = server.log().of(Stage.CHAT).getLast().messages();
                assertTrue(messages.stream().anyMatch(message -> message.startsWith("user:") && message.contains(line)),
                        () -> "not in the request: " + messages);
            }
            turns.end("faults-chat", troubles.size());
        }
    }

    @Test
    void aReplyThatCouldNotBeSpokenIsSpokenAgain() throws Exception {
        LocalOpenAi server = Talk.newServer();
        server.script().repliesBy(request -> "All right then.");
        server.prepare("All right then.");
        try (Talk talk = Talk.withServer(server, "--mode", "chat", "--no-opening")) {
            FaultyTurns turns = new FaultyTurns(talk, server);
            Predicate<SeenRequest> reply = request -> request.field("input").equals("All right then."); // no phrase said aside
            List<Trouble> troubles = troubles(Stage.SPEECH, "gpt-4o-mini-tts");
            for (int i = 0; i < troubles.size(); i++) {
                turns.awaitArmed();
                Trouble trouble = troubles.get(i);
                server.script().failAlways(Stage.SPEECH, trouble.fault());
                int asked = server.log().of(Stage.CHAT).size() + 1;
                turns.fails(() -> talk.program().type("Say something."), trouble.sentence());
                server.script().heal(Stage.SPEECH);
                long spoken = server.log().of(Stage.SPEECH).stream().filter(reply).count();
                boolean goesOnTyping = i % 2 == 1 && !trouble.asksForAPause();
                turns.goesOn(goesOnTyping ? () -> talk.program().type("And one more.") : again(talk, trouble));
                assertEquals(goesOnTyping ? asked + 1 : asked, server.log().of(Stage.CHAT).size());
                assertEquals(spoken + 1, server.log().of(Stage.SPEECH).stream().filter(reply).count());
            }
            turns.awaitArmed();
            server.script().fail(Stage.SPEECH, reply, Fault.of(Fault.Kind.NOT_AUDIO));
            turns.fails(() -> talk.program().type("Say it once more."), "The answer of "
                    + Stage.SPEECH.spokenName() + " could not be used (");
            turns.goesOn(() -> talk.program().type("/again"));
            turns.end("faults-speech", troubles.size() + 1);
        }
    }

    private static Runnable again(Talk talk, Trouble trouble) {
        return trouble.asksForAPause() ? () -> {
        } : () -> talk.program().type("/again");
    }

    /** Drives a conversation through failing turns. */
    private static final class FaultyTurns {
        private final Talk talk;
        private final LocalOpenAi server;

        FaultyTurns(Talk talk, LocalOpenAi server) {
            this.talk = talk;
            this.server = server;
        }

        private int armed;

        void awaitArmed() {
            talk.trace().await("listening", ++armed);
        }

        /** Something is done; an error is traced and told, and the microphone is armed again. */
        void fails(Runnable action, String sentence) {
            int from = talk.trace().size();
            isTold(action, sentence);
            talk.trace().awaitFrom(from, "error");
        }

        void isTold(Runnable action, String sentence) {
            int lines = talk.program().errors().size();
            action.run();
            talk.program().errors().await(lines, sentence);
            awaitArmed();
        }

        /** Something is done, and a reply sounds to its end. */
        void goesOn(Runnable action) {
            int from = talk.trace().size();
            action.run();
            TraceEvent end = talk.trace().awaitFrom(from, "reply-end", "error");
            assertEquals("reply-end", end.name(), () -> "stderr: " + talk.program().errors().all());
            assertTrue(
                    talk.trace().all().subList(from, end.index()).stream().anyMatch(event -> event.is("first-sound")),
                    "the reply did not sound");
        }

        void end(String name, int faults) {
            awaitArmed();
            talk.program().type("/quit");
            assertEquals(0, talk.program().awaitExit(Talk.END_LIMIT));
            talk.program().errors().all()
                    .forEach(line -> assertTrue(!line.contains("Exception") && !line.startsWith("\tat "),
                            () -> "a stack trace: " + line));
            new Figures(name).put("faults", faults).put("replies", talk.trace().all("reply-end").size())
                    .put("requests", server.log().all().size()).tell();
        }
    }
}
