package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.review.ListViewModel.Shown;

/** Says, in place of list and transcript, that there is none, or why they cannot be read. JavaFX thread. */
final class NothingYet extends VBox {

    private static final double COLUMN = 440;

    private final Texts texts;
    private final Label title = Controls.text("", Styles.TITLE_3);
    private final Label sentence = Controls.text("", Styles.TEXT_MUTED);

    NothingYet(Texts texts) {
        this.texts = texts;
        getStyleClass().add("nothing-yet");
        setAlignment(Pos.CENTER);
        setMaxWidth(COLUMN);
        setVisible(false);
        getChildren().addAll(Controls.icon(Feather.MESSAGE_SQUARE), title, sentence);
    }

    /** Shows itself where it is wanted, and tells whether it is. */
    boolean show(Shown shown) {
        switch (shown.state()) {
            case NOTHING_YET -> say(texts.of("review.nothing-yet"), texts.of("review.nothing-yet.what"));
            case FAILED -> say(texts.of("review.failed"), shown.problem().orElse(""));
            case LOADING, NOTHING_FOUND, THERE -> setVisible(false);
        }
        return isVisible();
    }

    private void say(String what, String more) {
        title.setText(what);
        sentence.setText(more);
        setVisible(true);
    }
}
