package org.vivavoce.ui.summary;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** Asks, once, whether the sound of conversations is to be kept; whoever passes it by is asked again after the next one. JavaFX thread. */
final class RecordingQuestion extends VBox {

    private final Consumer<Boolean> answer;

    RecordingQuestion(Texts texts, Consumer<Boolean> answer) {
        this.answer = answer;
        setId("recording-question");
        getStyleClass().add("recording-question");
        Button keep = Controls.button(texts.of("summary.record.yes"), Feather.MIC, () -> answered(true));
        keep.setId("keep-sound");
        Button not = new Button(texts.of("summary.record.no"));
        not.setId("keep-no-sound");
        not.setOnAction(event -> answered(false));
        FlowPane buttons = new FlowPane(8, 8, keep, not);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(Controls.text(texts.of("summary.record.question"), "question"),
                Controls.text(texts.of("summary.record.what")), buttons);
    }

    private void answered(boolean wanted) {
        if (getParent() instanceof Pane around) {
            around.getChildren().remove(this);
        }
        answer.accept(wanted);
    }
}
