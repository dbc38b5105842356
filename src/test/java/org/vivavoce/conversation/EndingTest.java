package org.vivavoce.conversation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.openai.testing.LocalOpenAi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How a conversation ends, and how it begins with broken files. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class EndingTest {

    private static final Duration CLEAN_END = Duration.ofSeconds(3);
    private static final int EXIT_BY_INTERRUPT = 130; // 128 + SIGINT, as shells expect

    @Test
    void controlCEndsInMidReplyWithTheSummary() throws Exception {
        LocalOpenAi server = Talk.newServer();
        server.script().repliesBy(
                request -> "This is quite a long sentence that goes on for some time. And this is one more.");
        try (Talk talk = Talk.withServer(server, "--mode", "chat", "--no-opening")) {
            talk.trace().await("listening", 1);
            talk.program().type("Hello there.");
            talk.trace().await("first-sound", 1);
            long began = System.nanoTime();
            talk.program().interrupt();
            int exitCode = talk.program().awaitExit(Talk.END_LIMIT);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            new Figures("control-c").put("ended-after-ms", took.toMillis()).put("exit-code", exitCode).tell();
            assertTrue(took.compareTo(CLEAN_END) <= 0, () -> "ended after " + took);
            assertEquals(EXIT_BY_INTERRUPT, exitCode);
            assertEquals(1, talk.trace().all("ended").size());
            assertTrue(talk.program().output().all().stream().anyMatch(line -> line.startsWith("Done after")));
            assertEquals(List.of(), talk.program().errors().all());
        }
    }

    @Test
    void aBrokenSettingsFileIsKeptAsideAndTold() throws Exception {
        Path home = TalkProgram.freshHome("broken-settings");
        Path data = Files.createDirectories(home.resolve("data"));
        Files.writeString(data.resolve("settings.toml"), "[turn_taking\npreset = ");
        try (TalkProgram program = silent(home, data.toString())) {
            program.errors().await(0, "Your settings file has an error in line 1");
            talkOnce(program);
            assertTrue(Files.exists(data.resolve("settings.toml.broken-1")));
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsTold() throws Exception {
        Path home = TalkProgram.freshHome("no-data");
        Path inTheWay = Files.writeString(home.resolve("file"), "");
        try (TalkProgram program = silent(home, inTheWay.resolve("data").toString())) {
            program.errors().await(0, "cannot be written: everything works, but nothing is kept");
            talkOnce(program);
        }
    }

    /** Without sound and with the built-in partner. */
    private static TalkProgram silent(Path home, String data) throws Exception {
        Path alsa = Files.writeString(home.resolve("asound.conf"), "");
        return TalkProgram.start(Map.of("ALSA_CONFIG_PATH", alsa.toString()), home,
                List.of("--data", data, "--mode", "interview", "--service", "offline", "--turns", "1"));
    }

    private static void talkOnce(TalkProgram program) {
        program.trace().await("listening", 1);
        program.type("A hash map finds a value by the hash of its key.");
        program.trace().await("ended", 1);
        assertEquals(0, program.awaitExit(Talk.END_LIMIT));
        assertTrue(program.output().all().stream().anyMatch(line -> line.startsWith("Done after")));
    }
}
