package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** Asks, in the screen, whether a conversation is to be deleted for good. JavaFX thread. */
final class DeleteQuestion extends VBox {

    private final Button keep;

    DeleteQuestion(TranscriptViewModel transcript, Texts texts) {
        setId("delete-question");
        getStyleClass().add("delete-question");
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Button delete = Controls.button(texts.of("review.delete.yes"), Feather.TRASH_2, transcript::delete);
        delete.setId("delete-for-good");
        delete.getStyleClass().add(Styles.DANGER);
        keep = new Button(texts.of("review.delete.no"));
        keep.setId("keep");
        keep.setOnAction(event -> transcript.keep());
        keep.setAccessibleHelp(texts.of("review.delete.question"));
        FlowPane buttons = new FlowPane(8, 8, keep, delete);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(Controls.text(texts.of("review.delete.question"), "question"),
                Controls.text(texts.of("review.delete.what")), buttons);
    }

    /** Nothing is deleted by a key that was pressed once too often. */
    void focus() {
        keep.requestFocus();
    }
}
