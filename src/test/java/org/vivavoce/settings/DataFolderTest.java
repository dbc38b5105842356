package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void eachSystemHasItsOwnPlace() {
        Path home = Path.of("/home/me");
        assertEquals(Path.of("/home/me/.local/share/vivavoce"), DataFolder.defaultPath("Linux", Map.of(), home));
        assertEquals(Path.of("/data/vivavoce"),
                DataFolder.defaultPath("Linux", Map.of("XDG_DATA_HOME", "/data"), home));
        assertEquals(Path.of("/home/me/.local/share/vivavoce"),
                DataFolder.defaultPath("Linux", Map.of("XDG_DATA_HOME", "relative"), home));
        assertEquals(Path.of("/home/me/Library/Application Support/VivaVoce"),
                DataFolder.defaultPath("Mac OS X", Map.of(), home));
        assertEquals(Path.of("/roaming/VivaVoce"),
                DataFolder.defaultPath("Windows 11", Map.of("APPDATA", "/roaming"), home));
        assertEquals(Path.of("/home/me/AppData/Roaming/VivaVoce"),
                DataFolder.defaultPath("Windows 11", Map.of(), home));
    }

    @Test
    void aNewFolderIsMadeAndIsWritable() throws IOException {
        DataFolder folder = DataFolder.open(temp.resolve("a").resolve("b"));
        assertTrue(folder.writable());
        assertTrue(Files.isDirectory(folder.path()));
        try (var files = Files.list(folder.path())) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneSentenceAndNoFailure() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        DataFolder folder = DataFolder.open(file.resolve("data"));
        assertFalse(folder.writable());
        assertTrue(folder.problem().orElseThrow().contains("cannot be written"));
    }
}
