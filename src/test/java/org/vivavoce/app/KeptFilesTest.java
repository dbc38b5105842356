package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.audio.EncodedAudio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class KeptFilesTest {

    private static final EncodedAudio AUDIO = new EncodedAudio(new byte[]{1, 2, 3}, EncodedAudio.Format.WAV,
            Duration.ofMillis(1));

    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void anUtteranceThatCouldNotBeSentIsAFileUntilItIsUnderstood() throws IOException {
        UnsentUtterances unsent = new UnsentUtterances(folder.resolve("unsent"), "today");
        unsent.keep(7, AUDIO);
        assertEquals(List.of("today-7-utterance.wav"), files(folder.resolve("unsent")));
        unsent.release(7);
        assertEquals(List.of(), files(folder.resolve("unsent")));
    }

    @Test
    void whatIsUnderstoodBeforeItIsWrittenLeavesNoFile() throws IOException {
        Path unsentFolder = Files.createDirectory(folder.resolve("unsent"));
        UnsentUtterances unsent = new UnsentUtterances(unsentFolder, "today");
        unsent.release(7);
        unsent.keep(7, AUDIO);
        assertEquals(List.of(), files(unsentFolder));
    }

    @Test
    void aFolderThatCannotBeMadeDoesNotEndTheConversation() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        UnsentUtterances unsent = new UnsentUtterances(file.resolve("unsent"), "today");
        unsent.keep(7, AUDIO);
        unsent.release(7);
        assertEquals(List.of("file"), files(folder));
    }

    @Test
    void aTraceHoldsTimesAndNumbersALineAndNoTextUnlessAskedFor() throws IOException {
        Path file = folder.resolve("trace.jsonl");
        try (JsonTrace trace = new JsonTrace(file, false)) {
            trace.event(12, "upload", Map.of("bytes", 345));
            trace.text(13, "user-text", "a secret");
        }
        assertEquals(List.of("{\"ms\":12,\"event\":\"upload\",\"bytes\":345}"), Files.readAllLines(file));
    }

    @Test
    void aTraceWithTextHoldsIt() throws IOException {
        Path file = folder.resolve("trace.jsonl");
        try (JsonTrace trace = new JsonTrace(file, true)) {
            trace.text(13, "user-text", "said aloud");
        }
        assertFalse(Files.readString(file).isEmpty());
        assertEquals("{\"ms\":13,\"event\":\"user-text\",\"text\":\"said aloud\"}", Files.readString(file).strip());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
