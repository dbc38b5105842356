package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KnownEndsTest {

    private static final String SERVER = "https://api.openai.com/v1";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate END = LocalDate.of(2027, 1, 6);

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Path file() {
        return folder.resolve("model-ends.toml");
    }

    @Test
    void whatAServerSaidIsKnownAtTheNextStart() {
        new KnownEnds(file()).keep(SERVER, TODAY, Map.of("gpt-4o-mini-tts", END));

        KnownEnds known = new KnownEnds(file());
        assertEquals(Optional.of(END), known.end(SERVER, "gpt-4o-mini-tts"));
        assertEquals(Optional.empty(), known.end(SERVER, "whisper-1"));
        assertEquals(Optional.empty(), known.end("http://localhost:8000/v1", "gpt-4o-mini-tts"));
        assertTrue(known.wasAsked(SERVER, TODAY));
        assertFalse(known.wasAsked(SERVER, TODAY.plusDays(1)));
    }

    @Test
    void aServerThatSaysNothingKeepsWhatItSaidBefore() {
        KnownEnds known = new KnownEnds(file());
        known.keep(SERVER, TODAY.minusDays(1), Map.of("gpt-4o-mini-tts", END));
        known.keepSilence(SERVER, TODAY);

        assertEquals(Optional.of(END), new KnownEnds(file()).end(SERVER, "gpt-4o-mini-tts"));
        assertTrue(new KnownEnds(file()).wasAsked(SERVER, TODAY));
    }

    @Test
    void whatTheUserDoesNotWantToHearTodayComesAgainTomorrow() {
        new KnownEnds(file()).dismiss(TODAY);

        assertTrue(new KnownEnds(file()).isDismissed(TODAY));
        assertFalse(new KnownEnds(file()).isDismissed(TODAY.plusDays(1)));
    }

    @Test
    void aFileThatCannotBeReadCountsAsNone() throws IOException {
        Files.writeString(file(), "servers = 3\n[[[");
        KnownEnds known = new KnownEnds(file());

        assertFalse(known.wasAsked(SERVER, TODAY));
        known.keep(SERVER, TODAY, Map.of());
        assertTrue(new KnownEnds(file()).wasAsked(SERVER, TODAY));
    }

    @Test
    void aFolderThatCannotBeWrittenLosesNothingUntilTheEnd() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        KnownEnds known = new KnownEnds(inTheWay.resolve("model-ends.toml"));
        known.dismiss(TODAY);

        assertTrue(known.isDismissed(TODAY));
    }
}
