package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** The tags of a conversation: a click takes one away, and one more can be written behind them. JavaFX thread. */
final class TagRow extends FlowPane {

    private static final int COLUMNS = 8;

    private final TranscriptViewModel transcript;
    private final Texts texts;
    private final TextField field = new TextField();

    TagRow(TranscriptViewModel transcript, Texts texts) {
        super(8, 8);
        this.transcript = transcript;
        this.texts = texts;
        getStyleClass().add("tag-row");
        setRowValignment(javafx.geometry.VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
        field.setId("tag");
        field.setPromptText(texts.of("review.tag.add"));
        field.setAccessibleText(texts.of("review.tag.add"));
        field.setPrefColumnCount(COLUMNS);
        field.setOnAction(event -> {
            String written = field.getText();
            field.clear();
            transcript.addTag(written);
        });
    }

    void show(List<String> tags) {
        boolean writing = field.isFocused();
        getChildren().setAll(tags.stream().map(this::tag).toList());
        getChildren().add(field);
        if (writing) {
            field.requestFocus();
        }
    }

    private Node tag(String tag) {
        Button chip = new Button(tag, Controls.icon(Feather.X));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().addAll("tag", Styles.ROUNDED);
        Controls.explain(chip, texts.of("review.tag.remove", tag));
        chip.setOnAction(event -> {
            field.requestFocus(); // the chip goes, and the focus must not go with it
            transcript.removeTag(tag);
        });
        return chip;
    }
}
