package org.vivavoce.ui.ideas;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.ideas.IdeasViewModel.Shown;

/** Says, in place of the list, that there is none and how one is saved, or why they cannot be read. JavaFX thread. */
final class NoIdeas extends VBox {

    private static final double COLUMN = 440;

    private final Texts texts;
    private final Label title = Controls.text("", Styles.TITLE_3);
    private final Label sentence = Controls.text("", Styles.TEXT_MUTED);

    NoIdeas(Texts texts) {
        this.texts = texts;
        getStyleClass().add("nothing-yet");
        setAlignment(Pos.CENTER);
        setMaxWidth(COLUMN);
        setVisible(false);
        getChildren().addAll(Controls.icon(Feather.BOOKMARK), title, sentence);
    }

    /** Shows itself where it is wanted, and tells whether it is. */
    boolean show(Shown shown) {
        switch (shown.state()) {
            case NOTHING_YET -> say(texts.of("ideas.nothing-yet"), texts.of("ideas.nothing-yet.what"));
            case FAILED -> say(texts.of("ideas.failed"), shown.problem().orElse(""));
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
