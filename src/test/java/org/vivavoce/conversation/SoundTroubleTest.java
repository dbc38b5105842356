package org.vivavoce.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.ModeCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A microphone that goes away, a sound server that dies, a computer without any sound: the conversation goes on by typing. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class SoundTroubleTest {

    private static final int CONTEXT_MESSAGES = 20;
    private static final int LONG_TEXT = 20_000;

    @Test
    void typingGoesOnWhileTheMicrophoneIsAwayAndSpeakingWhenItIsBack() throws Exception {
        LocalOpenAi server = Talk.newServer();
        server.script().repliesBy(request -> "All right then.");
        server.prepare("All right then.");
        try (Talk talk = Talk.withServer(server, "--mode", "chat", "--no-opening")) {
            TraceReader trace = talk.trace();
            trace.await("listening", 1);
            talk.say(Utterance.english("Can you hear me now?"));
            trace.await("listening", 2);
            Map<String, String> environment = talk.card().environment();
            Talk.pactl(environment, "suspend-source", "vmic", "1");
            String told = talk.program().errors().await(0, "You can type meanwhile.");
            talk.program().type("I am typing now.");
            trace.await("listening", 3);
            assertEquals("user: I am typing now.", server.log().of(Stage.CHAT).getLast().messages().getLast());
            Talk.pactl(environment, "suspend-source", "vmic", "0");
            trace.await("microphone", 3);
            talk.program().errors().await(0, "All is well again.");
            talk.say(Utterance.english("And now I speak again."));
            trace.await("listening", 4);
            assertEquals(2, server.log().of(Stage.TRANSCRIPTION).size());

            int from = talk.program().errors().size();
            talk.closeCard(); // the whole sound server is gone
            talk.program().errors().await(from, "You can type meanwhile.");
            int lines = talk.program().output().size();
            talk.program().type("Are you still there?");
            talk.program().output().await(lines, "All right then.");
            talk.program().errors().await(from, "Replies are shown as text meanwhile.");
            trace.await("listening", 5);
            talk.program().type("/quit");
            assertEquals(0, talk.program().awaitExit(Talk.END_LIMIT));
            new Figures("microphone-gone").put("sentence-characters", told.length())
                    .put("turns", trace.all("reply-end").size()).tell();
        }
    }

    @Test
    void aComputerWithoutSoundTalksInText() throws Exception {
        Path home = TalkProgram.freshHome("silent");
        Path alsa = Files.writeString(home.resolve("asound.conf"), "");
        LocalOpenAi server = Talk.newServer();
        server.script().repliesBy(request -> "This is reply " + request.nth() + ". It is only text.");
        try (server;
                TalkProgram program = TalkProgram.start(Map.of("ALSA_CONFIG_PATH", alsa.toString()), home,
                        List.of("--mode", "interview", "--service", "local", "--base-url", server.baseUrl()))) {
            program.errors().await(0, "You can type meanwhile.");
            program.errors().await(0, "Replies are shown as text meanwhile.");
            program.trace().await("listening", 1);
            String opening = ModeCatalog.builtIn().find("interview").orElseThrow()
                    .openingFor(LanguageCatalog.builtIn().english());
            List<String> said = new ArrayList<>(List.of("assistant: " + opening));
            for (int turn = 1; turn <= 14; turn++) {
                String line = turn == 13 ? longText() : "This is line " + turn + ".";
                program.type(line);
                said.add("user: " + line);
                program.output().await(0, "This is reply " + turn + ".");
                program.trace().await("listening", turn + 1);
                assertEquals(said.subList(Math.max(0, said.size() - CONTEXT_MESSAGES), said.size()),
                        server.log().of(Stage.CHAT).getLast().messages().stream().skip(1).toList());
                said.add("assistant: This is reply " + turn + ". It is only text.");
            }
            assertTrue(server.log().of(Stage.CHAT).stream().allMatch(SeenRequest::hasEnded));
            assertEquals(0, server.log().of(Stage.SPEECH).size(), "nothing can be spoken");
            program.type("/quit");
            assertEquals(0, program.awaitExit(Talk.END_LIMIT));
            assertEquals(2, program.errors().all().size(), () -> "stderr: " + program.errors().all());
            assertTrue(program.output().all().stream().anyMatch(line -> line.startsWith("Done after")));
            new Figures("no-sound-system").put("turns", 14).put("typed-characters", LONG_TEXT)
                    .put("messages-sent-last", server.log().of(Stage.CHAT).getLast().messages().size()).tell();
        }
    }

    private static String longText() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < LONG_TEXT; i++) {
            text.append("Word ").append(i).append(' ');
        }
        return text.substring(0, LONG_TEXT - 1) + ".";
    }
}
