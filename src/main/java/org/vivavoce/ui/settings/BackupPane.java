package org.vivavoce.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.FileQuestion;
import org.vivavoce.ui.common.Texts;

/** All that is kept as one file, and back. JavaFX thread. */
final class BackupPane extends VBox {

    private final FlowPane buttons;
    private final VBox question;
    private final Label asks = Controls.text("", "question");
    private final Button leave;
    private final Texts texts;
    private final Subscription follows;

    BackupPane(BackupViewModel backup, Texts texts, FileQuestion files) {
        this.texts = texts;
        Button write = Controls.button(texts.of("backup.write"), Feather.SAVE,
                () -> files.toWrite(texts.of("backup.write.title"), backup.suggestedName()).ifPresent(backup::write));
        write.setId("backup-write");
        Button read = Controls.button(texts.of("backup.read"), Feather.ROTATE_CCW,
                () -> files.toRead(texts.of("backup.read.title"), "zip").ifPresent(backup::ask));
        read.setId("backup-read");
        buttons = new FlowPane(8, 8, write, read);
        buttons.getStyleClass().add("buttons");
        buttons.managedProperty().bind(buttons.visibleProperty());
        leave = new Button(texts.of("backup.no"));
        leave.setId("backup-leave");
        leave.setOnAction(event -> backup.leave());
        Button yes = Controls.button(texts.of("backup.yes"), Feather.ROTATE_CCW, backup::restore);
        yes.setId("backup-restore");
        FlowPane answers = new FlowPane(8, 8, leave, yes);
        answers.getStyleClass().add("buttons");
        question = new VBox(asks, answers);
        question.getStyleClass().add("delete-question");
        question.managedProperty().bind(question.visibleProperty());
        Label said = Section.message();
        getChildren().add(new Section(texts.of("backup.heading"), Section.hint(texts.of("backup.hint")), buttons,
                question, said));
        follows = Subscription.combine(backup.askedProperty().subscribe(this::ask),
                backup.saidProperty().subscribe(said::setText), backup.busyProperty().subscribe(busy -> {
                    buttons.setDisable(busy);
                    if (busy) {
                        said.setText(texts.of("backup.working"));
                    }
                }));
    }

    private void ask(Optional<Path> file) {
        buttons.setVisible(file.isEmpty());
        question.setVisible(file.isPresent());
        file.ifPresent(asked -> {
            asks.setText(texts.of("backup.question", String.valueOf(asked.getFileName())));
            leave.requestFocus();
        });
    }

    void close() {
        follows.unsubscribe();
    }
}
