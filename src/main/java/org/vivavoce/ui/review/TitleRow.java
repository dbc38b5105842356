package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;

/** The title of a conversation, changed where it stands. JavaFX thread. */
final class TitleRow extends HBox {

    private final TranscriptViewModel transcript;
    private final SessionWords words;
    private final Label title = new Label();
    private final Button rename;
    private final TextField field = new TextField();
    /** What stands there while there is no title. */
    private String untitled = "";

    TitleRow(TranscriptViewModel transcript, SessionWords words, Texts texts) {
        this.transcript = transcript;
        this.words = words;
        getStyleClass().add("title-row");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(0);
        rename = Controls.iconButton(texts.of("review.rename"), Feather.EDIT_2, this::edit);
        rename.setId("rename");
        rename.setMinWidth(USE_PREF_SIZE);
        field.setId("title");
        field.setAccessibleText(texts.of("review.rename.name"));
        HBox.setHgrow(field, Priority.ALWAYS);
        List.of(title, rename, field).forEach(each -> each.managedProperty().bind(each.visibleProperty()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused && field.isVisible()) {
                take();
            }
        });
        getChildren().addAll(title, rename, field);
        showTitle();
    }

    void show(SessionRecord session) {
        title.setText(words.name(session));
        untitled = words.practised(session);
        field.setPromptText(untitled);
        showTitle();
    }

    /** Lets the user write another title. */
    void edit() {
        field.setText(title.getText());
        title.setVisible(false);
        rename.setVisible(false);
        field.setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            showTitle();
        } else {
            return;
        }
        event.consume();
        rename.requestFocus();
    }

    private void take() {
        showTitle();
        String written = field.getText().strip();
        transcript.rename(written.equals(untitled) ? "" : written);
    }

    private void showTitle() {
        field.setVisible(false);
        title.setVisible(true);
        rename.setVisible(true);
    }
}
