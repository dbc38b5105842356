package org.vivavoce.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LearnedHoldsTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Path file() {
        return folder.resolve("learned.toml");
    }

    private LearnedHolds open() {
        return new LearnedHolds(file(), Runnable::run);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName())).sorted().toList();
        }
    }

    @Test
    void nothingIsKnownAtFirstAndNoFileIsMade() throws IOException {
        LearnedHolds holds = open();
        assertEquals(OptionalInt.empty(), holds.holdMs("interview", "en"));
        assertTrue(holds.isEmpty());
        assertEquals(Optional.empty(), holds.problem());
        assertEquals(List.of(), files());
    }

    @Test
    void whatWasLearnedIsThereAgainForItsModeAndLanguageAlone() throws IOException {
        LearnedHolds holds = open();
        holds.keep("language", "es", 1800);
        holds.keep("language", "ja", 2400);
        holds.keep("my own. \"mode\" – größer", "en", 900);
        holds.keep("language", "es", 1700);
        LearnedHolds again = open();
        assertEquals(OptionalInt.of(1700), again.holdMs("language", "es"));
        assertEquals(OptionalInt.of(2400), again.holdMs("language", "ja"));
        assertEquals(OptionalInt.of(900), again.holdMs("my own. \"mode\" – größer", "en"));
        assertEquals(OptionalInt.empty(), again.holdMs("interview", "es"));
        assertEquals(OptionalInt.empty(), again.holdMs("language", "en"));
        assertEquals(List.of("learned.toml"), files());
    }

    @Test
    void forgettingLeavesNothingInMemoryNorInTheFile() {
        LearnedHolds holds = open();
        holds.keep("chat", "en", 1200);
        assertFalse(holds.isEmpty());
        holds.forget();
        assertTrue(holds.isEmpty());
        assertEquals(OptionalInt.empty(), open().holdMs("chat", "en"));
        assertEquals(Optional.empty(), open().problem());
    }

    @Test
    void holdsOutOfRangeAreBroughtIntoIt() throws IOException {
        LearnedHolds holds = open();
        holds.keep("chat", "en", 3);
        assertEquals(OptionalInt.of(500), holds.holdMs("chat", "en"));
        Files.writeString(file(), "[chat]\nen = 90000\n");
        assertEquals(OptionalInt.of(6000), open().holdMs("chat", "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[chat\nen = 1", "chat = 3\n", "[chat]\nen = 'long'\n", "[chat]\nen = 1.5\n",
        "[chat]\nen = []\n", "[[chat]]\nen = 900\n", "\u0000"})
    void aBrokenFileIsSetAsideAndNamedAndLearningBeginsAnew(String broken) throws IOException {
        Files.writeString(file(), broken);
        Files.writeString(folder.resolve("learned.toml.broken-1"), "an older one");
        LearnedHolds holds = open();
        assertTrue(holds.problem().orElseThrow().endsWith("kept as learned.toml.broken-2."),
                holds.problem().toString());
        assertTrue(holds.isEmpty());
        assertEquals(broken, Files.readString(folder.resolve("learned.toml.broken-2")));
        holds.keep("chat", "en", 800);
        assertEquals(OptionalInt.of(800), open().holdMs("chat", "en"));
        assertEquals(Optional.empty(), open().problem());
    }

    @Test
    void bytesThatAreNoTextAreABrokenFile() throws IOException {
        Files.write(file(), new byte[]{(byte) 0xff, (byte) 0xfe, 1});
        assertTrue(open().problem().orElseThrow().contains("learned.toml.broken-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing yet\n"})
    void aFileWithNothingInItMeansThatNothingWasLearned(String nothing) throws IOException {
        Files.writeString(file(), nothing);
        assertEquals(Optional.empty(), open().problem());
        assertTrue(open().isEmpty());
    }

    @Test
    void whatCannotBeWrittenHoldsUntilTheEnd() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "in the way");
        LearnedHolds holds = new LearnedHolds(notAFolder.resolve("learned.toml"), Runnable::run);
        holds.keep("chat", "en", 800);
        assertEquals(OptionalInt.of(800), holds.holdMs("chat", "en"));
    }

    @Test
    void whoeverKeepsOrAsksDoesNotWaitForTheDiskAndTheNewestIsWrittenWhateverRunsFirst() throws IOException {
        List<Runnable> writing = new ArrayList<>();
        LearnedHolds holds = new LearnedHolds(file(), writing::add);
        holds.keep("chat", "en", 800);
        holds.keep("chat", "en", 900);
        assertEquals(OptionalInt.of(900), holds.holdMs("chat", "en"));
        assertEquals(List.of(), files());
        writing.reversed().forEach(Runnable::run);
        assertEquals("chat.en = 900", Files.readString(file(), StandardCharsets.UTF_8).strip());
    }

    @Test
    void whatIsLearnedWhileTheProgramEndsIsKeptAsWell() {
        LearnedHolds holds = new LearnedHolds(file(), task -> {
            throw new RejectedExecutionException("the program ends");
        });
        holds.keep("chat", "en", 800);
        assertEquals(OptionalInt.of(800), open().holdMs("chat", "en"));
    }

    @Test
    void manyThreadsMayKeepAtOnce() throws InterruptedException {
        LearnedHolds holds = open();
        List<Thread> threads = Stream.of("a", "b", "c", "d").map(mode -> Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 50; i++) {
                holds.keep(mode, "l" + i, 1000 + i);
            }
        })).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        LearnedHolds again = open();
        for (String mode : List.of("a", "b", "c", "d")) {
            for (int i = 0; i < 50; i++) {
                assertEquals(OptionalInt.of(1000 + i), again.holdMs(mode, "l" + i));
            }
        }
    }
}
