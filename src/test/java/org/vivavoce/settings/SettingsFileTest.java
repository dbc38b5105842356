package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsFileTest {

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("settings.toml");
    }

    @Test
    void withoutAFileTheDefaultsHoldAndItIsAFirstStart() {
        SettingsFile.Loaded loaded = new SettingsFile(path()).load();
        assertEquals(Settings.defaults(), loaded.settings());
        assertTrue(loaded.firstStart());
        assertEquals(Optional.empty(), loaded.problem());
    }

    @Test
    void whatWasSavedIsLoadedAgain() {
        Settings settings = new Settings(
                new Settings.ServiceSettings("local", Map.of("local",
                        new Settings.Endpoints(new Settings.Endpoint("http://localhost:9/v1", "tiny"),
                                Settings.Endpoint.AS_PRESET,
                                new Settings.Endpoint("", "it's \"mine\"", "af_heart"))),
                        Set.of("nas.home"), true),
                new Settings.SoundSettings("Mikrofon (USB) — 日本", "C:\\sound\\out.wav"),
                new Settings.TurnTakingSettings("classic", Map.of("interview", 1500, "my-mode", 2500), false, false,
                        false),
                new Settings.AppearanceSettings("dark", true, false), "ja", new Settings.BudgetSettings(2.5, 20),
                new Settings.NotesSettings(List.of("/home/you/résumé.docx", "C:\\job.md")),
                new RecordingSettings(RecordingSettings.ALLOWED, 30));
        SettingsFile file = new SettingsFile(path());
        assertEquals(Optional.empty(), file.save(settings));
        SettingsFile.Loaded loaded = file.load();
        assertEquals(settings, loaded.settings());
        assertFalse(loaded.firstStart());
    }

    @Test
    void anEndpointInTheFileNeedNotNameEverything() throws IOException {
        Files.writeString(path(), """
                [service.own.local.chat]
                model = "tiny"
                [service.own.local.speech]
                [service.own.local.speech_to_text]
                """);
        Settings.Endpoints own = new SettingsFile(path()).load().settings().service().ownOf("local");
        assertEquals(new Settings.Endpoint("", "tiny", ""), own.chat());
        assertEquals(Settings.Endpoint.AS_PRESET, own.speech());
    }

    @Test
    void namesInTheFileAreSnakeCase() throws IOException {
        new SettingsFile(path()).save(Settings.defaults());
        assertTrue(Files.readString(path()).contains("turn_taking.barge_in"), Files.readString(path()));
    }

    @Test
    void onlyTheFileItselfIsLeftAfterSaving() throws IOException {
        new SettingsFile(path()).save(Settings.defaults());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aBrokenFileIsKeptAsideAndNamedWithItsLine() throws IOException {
        Files.writeString(path(), "language = 'fr'\nappearance.theme = \n");
        Files.writeString(folder.resolve("settings.toml.broken-1"), "an older one");
        SettingsFile.Loaded loaded = new SettingsFile(path()).load();
        assertEquals(Settings.defaults(), loaded.settings());
        assertFalse(loaded.firstStart());
        assertTrue(loaded.problem().orElseThrow().contains("line 2"), loaded.problem().orElseThrow());
        assertTrue(loaded.problem().orElseThrow().contains("settings.toml.broken-2"), loaded.problem().orElseThrow());
        assertTrue(Files.exists(folder.resolve("settings.toml.broken-2")));
        assertFalse(Files.exists(path()));
    }

    @Test
    void aValueOfTheWrongKindIsNamedWithItsLine() throws IOException {
        Files.writeString(path(), "language = 'fr'\n\n[turn_taking]\nbarge_in = 'maybe'\n");
        SettingsFile.Loaded loaded = new SettingsFile(path()).load();
        assertTrue(loaded.problem().orElseThrow().contains("line 4"), loaded.problem().orElseThrow());
    }

    @Test
    void aFileOfAnOlderVersionAdaptsToPauses() throws IOException {
        Files.writeString(path(), "turn_taking.barge_in = false\n");
        Settings.TurnTakingSettings turns = new SettingsFile(path()).load().settings().turnTaking();
        assertTrue(turns.adaptToPauses());
        assertFalse(turns.bargeIn());
        Files.writeString(path(), "turn_taking.adapt_to_pauses = false\n");
        assertFalse(new SettingsFile(path()).load().settings().turnTaking().adaptToPauses());
    }

    @Test
    void bytesThatAreNoTextAreABrokenFile() throws IOException {
        Files.write(path(), new byte[]{(byte) 0xff, (byte) 0xfe, 0, 1});
        assertTrue(new SettingsFile(path()).load().problem().isPresent());
    }

    @Test
    void unknownKeysAreToleratedAndNotKept() throws IOException {
        Files.writeString(path(), "language = 'de'\nnew_thing = 3\n[sound]\nmicrophone = 'USB'\nother = true\n");
        SettingsFile file = new SettingsFile(path());
        SettingsFile.Loaded loaded = file.load();
        assertEquals(Optional.empty(), loaded.problem());
        assertEquals("de", loaded.settings().language());
        assertEquals(new Settings.SoundSettings("USB", ""), loaded.settings().sound());
        file.save(loaded.settings());
        assertFalse(Files.readString(path()).contains("new_thing"));
    }

    @Test
    void valuesOutOfRangeAreBroughtIntoIt() throws IOException {
        Files.writeString(path(), """
                turn_taking.hold_ms.interview = 90000
                appearance.theme = 'pink'
                turn_taking.preset = 'odd'
                budget.session_dollars = -1
                budget.month_dollars = 5
                """);
        Settings settings = new SettingsFile(path()).load().settings();
        assertEquals(Map.of("interview", 6000), settings.turnTaking().holdMs());
        assertEquals("system", settings.appearance().theme());
        assertEquals("adaptive", settings.turnTaking().preset());
        assertEquals(new Settings.BudgetSettings(0, 5), settings.budget());
    }

    @Test
    void anEmptyFileMeansTheDefaults() throws IOException {
        Files.writeString(path(), "");
        assertEquals(new SettingsFile.Loaded(Settings.defaults(), false, Optional.empty()),
                new SettingsFile(path()).load());
    }

    @Test
    void whatCannotBeSavedIsOneSentence() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        Optional<String> problem = new SettingsFile(notAFolder.resolve("settings.toml")).save(Settings.defaults());
        assertTrue(problem.orElseThrow().contains("could not be saved"));
    }
}
