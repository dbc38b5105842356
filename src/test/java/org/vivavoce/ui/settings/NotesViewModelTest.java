package org.vivavoce.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.settings.Settings;
import org.vivavoce.ui.Later;
import org.vivavoce.ui.common.SettingsModel;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NotesViewModelTest {

    @TempDir
    Path folder = Path.of("set by JUnit");
    private final Later background = new Later();
    private final SettingsModel settings = new SettingsModel(Settings.defaults(), changed -> Optional.empty(),
            Runnable::run, Runnable::run);

    @Test
    void eachFileIsNamedAndReadInTheBackground() throws IOException {
        NotesViewModel notes = new NotesViewModel(settings, background, Runnable::run);
        Path good = Files.writeString(folder.resolve("résumé.md"), "Ten years of bridges.");
        Path gone = folder.resolve("gone.txt");
        notes.add(List.of(good, gone, good));
        assertEquals(List.of("résumé.md", "gone.txt"),
                notes.rowsProperty().get().stream().map(NotesViewModel.Row::name).toList());
        background.run();
        assertEquals(List.of(new NotesViewModel.Row(good, 4, Optional.empty()), new NotesViewModel.Row(gone, 0,
                Optional.of("gone.txt is not there any more: choose it anew, or take it away from your notes."))),
                notes.rowsProperty().get());
        assertEquals(List.of(good.toString(), gone.toString()), settings.now().notes().files());
    }

    @Test
    void aFileThatIsTakenAwayStaysWhereItIs() throws IOException {
        Path good = Files.writeString(folder.resolve("cv.txt"), "Bridges.");
        NotesViewModel notes = new NotesViewModel(settings, background, Runnable::run);
        notes.add(List.of(good));
        background.run();
        notes.remove(notes.rowsProperty().get().getFirst());
        background.run();
        assertEquals(List.of(), notes.rowsProperty().get());
        assertEquals(List.of(), settings.now().notes().files());
        assertEquals("Bridges.", Files.readString(good));
    }
}
