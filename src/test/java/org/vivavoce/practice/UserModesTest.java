package org.vivavoce.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UserModesTest {

    private static final String SALES = """
            id = "sales"
            name = "Sales talk"
            voice = "ash"
            opening = "Hello, you wanted to sell me something?"
            system_prompt = \"""
            You are {persona}, a {role}.
            temperature = "this line is a part of the prompt"
            \"""

            [persona]
            name = "Robin"
            role = "hard customer"
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFolderThatDoesNotExistGivesTheBuiltInModes() {
        ModeCatalog catalog = ModeCatalog.withUserModes(folder.resolve("nowhere"));
        assertEquals(3, catalog.modes().size());
        assertEquals(List.of(), catalog.problems());
    }

    @Test
    void aModeOfTheUsersOwnNeedsOnlyItsWords() throws IOException {
        write("sales.toml", SALES);
        ModeCatalog catalog = ModeCatalog.withUserModes(folder);
        assertEquals(List.of(), catalog.problems());
        Mode sales = catalog.find("sales").orElseThrow();
        assertEquals(0.9, sales.temperature());
        assertEquals("ash", sales.alternateVoice());
        assertEquals(List.of(), sales.cues());
        assertEquals("Robin", sales.persona().name());
        assertEquals(List.of("interview", "language", "chat", "sales"),
                catalog.modes().stream().map(Mode::id).toList());
    }

    @Test
    void aFileWithTheIdOfABuiltInModeTakesItsPlace() throws IOException {
        write("mine.toml", SALES.replace("\"sales\"", "\"chat\""));
        ModeCatalog catalog = ModeCatalog.withUserModes(folder);
        assertEquals(3, catalog.modes().size());
        assertEquals("Sales talk", catalog.find("chat").orElseThrow().name());
    }

    @Test
    void ofTwoFilesWithOneIdTheFirstCounts() throws IOException {
        write("a.toml", SALES);
        write("b.toml", SALES.replace("Sales talk", "Another"));
        ModeCatalog catalog = ModeCatalog.withUserModes(folder);
        assertEquals("Sales talk", catalog.find("sales").orElseThrow().name());
        assertEquals(List.of("modes/b.toml: another file has the id sales already, so this one is left out."),
                catalog.problems());
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() throws IOException {
        assertProblem(SALES.replace("voice =", "temprature = 0.5\nvoice ="),
                "modes/bad.toml, line 3: the key temprature is unknown");
    }

    @Test
    void anUnknownKeyOfATableIsNamedWithItsLine() throws IOException {
        assertProblem(SALES + "age = 40\n", "modes/bad.toml, line 13: the key age is unknown");
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        assertProblem(SALES.replace("voice = \"ash\"\n", ""), "modes/bad.toml: the key voice is missing.");
        assertProblem(SALES.replace("role = \"hard customer\"\n", ""),
                "modes/bad.toml, line 10: the key persona.role is missing.");
    }

    @Test
    void aValueOfAnotherKindIsNamedWithItsLine() throws IOException {
        assertProblem("temperature = \"hot\"\n" + SALES,
                "modes/bad.toml, line 1: the value of temperature must be a number.");
        assertProblem("max_tokens = 1.5\n" + SALES,
                "modes/bad.toml, line 1: the value of max_tokens must be a whole number.");
        assertProblem("cues = \"skip\"\n" + SALES,
                "modes/bad.toml, line 1: the value of cues must be a list in brackets.");
    }

    @Test
    void aNumberOutOfItsRangeIsNamedWithItsLineAndTheRange() throws IOException {
        assertProblem("\ntemperature = 2.5\n" + SALES,
                "modes/bad.toml, line 2: temperature is 2.5, but must be from 0 to 2.");
        assertProblem("max_tokens = 0\n" + SALES,
                "modes/bad.toml, line 1: max_tokens is 0, but must be from 1 to 4096.");
        assertProblem("hold_ms = 100\n" + SALES,
                "modes/bad.toml, line 1: hold_ms is 100, but must be from 300 to 6000.");
    }

    @Test
    void whatIsNotTomlIsNamedWithItsLine() throws IOException {
        assertProblem(SALES.replace("name = \"Sales talk\"", "name = Sales talk"),
                "modes/bad.toml, line 2: this is not valid TOML.");
    }

    @Test
    void anEmptyFileAndOneThatIsNoTextAreNamed() throws IOException {
        assertProblem("", "modes/bad.toml: the key ");
        Files.write(folder.resolve("bad.toml"), new byte[]{(byte) 0xFF, (byte) 0xFE, 0});
        assertEquals(List.of("modes/bad.toml: this file is not UTF-8 text."),
                ModeCatalog.withUserModes(folder).problems());
    }

    @Test
    void anIdThatCouldBeAPathIsRefused() throws IOException {
        assertProblem(SALES.replace("\"sales\"", "\"../sales\""), "modes/bad.toml, line 1: id must be");
    }

    private void assertProblem(String text, String begins) throws IOException {
        write("bad.toml", text);
        ModeCatalog catalog = ModeCatalog.withUserModes(folder);
        assertEquals(3, catalog.modes().size());
        assertEquals(1, catalog.problems().size());
        String problem = catalog.problems().getFirst();
        assertTrue(problem.startsWith(begins), problem);
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
