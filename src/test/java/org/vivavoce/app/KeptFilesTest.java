package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.session.KeptUtterance;

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
        unsent.keep(8, AUDIO);
        assertEquals(List.of("today-7-utterance.wav", "today-8-utterance.wav"), files(folder.resolve("unsent")));
        unsent.release(7);
        assertEquals(List.of("today-8-utterance.wav"), files(folder.resolve("unsent")));
        unsent.release(8);
        assertFalse(Files.exists(folder.resolve("unsent")), "no empty folder is left");
    }

    @Test
    void whatEarlierSittingsLeftIsReadInItsOrderAndStaysUntilItIsUnderstood() throws IOException {
        UnsentUtterances before = new UnsentUtterances(folder, "20260102-090000");
        before.keep(9, sound(900));
        before.keep(10, sound(1000));
        before.keep(-1, sound(50)); // overheard while the partner spoke
        new UnsentUtterances(folder, "20260101-200000").keep(30, sound(3000));
        Files.writeString(folder.resolve("20260103-090000-1-utterance.wav"), "no sound");

        UnsentUtterances now = new UnsentUtterances(folder, "20260104-090000");
        List<KeptUtterance> left = now.left();
        assertEquals(List.of(1L, 2L, 3L), left.stream().map(KeptUtterance::piece).toList());
        assertEquals(List.of(3000, 900, 1000), left.stream().map(utterance -> utterance.samples().length).toList());
        now.keep(2, sound(900)); // it is sent again
        now.keep(4, sound(400));
        assertEquals(6, files(folder).size());

        now.release(1);
        now.release(2);
        assertEquals(List.of("20260102-090000--1-utterance.wav", "20260102-090000-10-utterance.wav",
                "20260103-090000-1-utterance.wav", "20260104-090000-4-utterance.wav"), files(folder));
    }

    private static EncodedAudio sound(int samples) {
        short[] sound = new short[samples];
        Arrays.fill(sound, (short) 1000);
        return new WavEncoder().encode(sound);
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
