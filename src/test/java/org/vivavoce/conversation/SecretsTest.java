package org.vivavoce.conversation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.LocalOpenAi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A conversation with a planted key and a planted phrase, in which much goes wrong and the server repeats both in its errors. Afterwards
 * everything the program wrote is searched.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class SecretsTest {

    private static final String KEY = "sk-planted-key-0123456789";
    private static final String SAID = "my secret grandmother lives in a lighthouse";
    private static final String ANSWERED = "So she sees the zeppelins first.";

    @Test
    void theKeyAndWhatIsSaidAreWrittenOnlyWhereTheyBelong() throws Exception {
        Path home = TalkProgram.freshHome("secrets");
        Path data = Files.createDirectories(home.resolve("data"));
        Files.writeString(data.resolve("keys"), "openai='" + KEY + "'\n");
        Path alsa = Files.writeString(home.resolve("asound.conf"), ""); // no sound: what is answered is shown
        List<String> printed;
        try (LocalOpenAi server = new LocalOpenAi();
                TalkProgram program = TalkProgram.start(Map.of("ALSA_CONFIG_PATH", alsa.toString()), home,
                        List.of("--data", data.toString(), "--mode", "chat", "--no-opening", "--service", "openai",
                                "--base-url", server.baseUrl()))) {
            server.script().requireKey(KEY);
            server.script().repliesBy(request -> ANSWERED);
            program.trace().await("listening", 1);
            program.type(SAID);
            program.output().await(0, ANSWERED);
            for (Fault fault : faults()) {
                int lines = program.errors().size();
                server.script().fail(Stage.CHAT, fault);
                program.type(SAID);
                program.errors().await(lines, "chat model");
            }
            program.type("/quit");
            assertEquals(0, program.awaitExit(Talk.END_LIMIT));
            assertTrue(server.log().of(Stage.CHAT).getFirst().header("authorization").contains(KEY), "it was sent");
            printed = new ArrayList<>(program.output().all());
            printed.addAll(program.errors().all());
        }
        assertEquals(List.of(data.resolve("keys")), filesWith(home, KEY), "files with the key");
        assertEquals(List.of(), filesWith(home, "planted"), "files with a part of the key but those");
        List<Path> conversations = List.of(data.resolve("vivavoce.db"));
        assertEquals(conversations, filesWith(home, "grandmother"), "files with what was said");
        assertEquals(conversations, filesWith(home, "zeppelins"), "files with what was answered");
        assertEquals(List.of(), printed.stream().filter(line -> line.contains("planted")).toList());
        assertEquals(List.of(), printed.stream().filter(line -> line.contains("grandmother")).toList());
    }

    private static List<Fault> faults() {
        return List.of(Fault.error(401, "Incorrect API key provided: " + KEY + ".", "invalid_api_key"),
                Fault.error(400, "Cannot take '" + SAID + "' with Bearer " + KEY, ""),
                Fault.status(422, "{\"detail\": \"" + SAID + "\"}", Map.of()));
    }

    /** The files in which a text stands; what is meant to hold the key counts for the whole key alone. */
    private static List<Path> filesWith(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                boolean keys = file.endsWith("keys");
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (content.contains(text) && (!keys || text.equals(KEY))) {
                    found.add(file);
                }
            }
            return found;
        }
    }
}
