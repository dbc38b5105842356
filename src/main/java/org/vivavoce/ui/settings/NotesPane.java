package org.vivavoce.ui.settings;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** The page of the files that the partner is given to know. JavaFX thread. */
final class NotesPane extends VBox {

    private final NotesViewModel notes;
    private final Texts texts;
    private final VBox files = new VBox(8);
    private final Button add;
    private final Subscription follows;

    NotesPane(NotesViewModel notes, Texts texts) {
        this.notes = notes;
        this.texts = texts;
        getStyleClass().add("pane");
        add = Controls.button(texts.of("settings.notes.add"), Feather.PLUS, () -> notes.add(choose()));
        add.setId("add-notes");
        getChildren().add(new Section(texts.of("settings.notes"), Section.hint(texts.of("settings.notes.hint")),
                files, add, Section.hint(texts.of("settings.notes.privacy"))));
        follows = notes.rowsProperty().subscribe(this::show);
    }

    private void show(List<NotesViewModel.Row> rows) {
        boolean focused = files.getChildren().stream().anyMatch(Node::isFocusWithin);
        files.getChildren().setAll(rows.stream().map(this::row).toList());
        if (rows.isEmpty()) {
            files.getChildren().add(Section.hint(texts.of("settings.notes.none")));
        }
        if (focused) {
            add.requestFocus(); // the button that was pressed has gone
        }
    }

    private Node row(NotesViewModel.Row row) {
        Label name = new Label(row.name(), Controls.icon(Feather.FILE_TEXT));
        name.getStyleClass().add("file-name");
        Label about = row.problem().isPresent()
                ? Controls.text(row.problem().get(), "wrong")
                : Controls.text(row.words() == 0 ? "" : texts.of("settings.notes.words", row.words()),
                        Styles.TEXT_MUTED);
        VBox lines = new VBox(4, name, about);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        Button remove = Controls.iconButton(texts.of("settings.notes.remove", row.name()), Feather.X,
                () -> notes.remove(row));
        remove.getStyleClass().add("remove-notes");
        HBox box = new HBox(8, lines, remove);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private List<Path> choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of("settings.notes.choose"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.of("settings.notes.kinds"),
                notes.endings().stream().map(ending -> "*." + ending).toList()));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    void close() {
        follows.unsubscribe();
    }
}
