package org.vivavoce.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.vivavoce.ui.common.FileQuestion;

/** Asks for files with the system's dialogs. JavaFX thread. */
record FileDialogs(Window window) implements FileQuestion {

    @Override
    public Optional<Path> toWrite(String title, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }

    @Override
    public Optional<Path> toRead(String title, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*." + ending, "*." + ending));
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }
}
