package org.vivavoce.ui.common;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says, in place of a list, why there is none; not visible until it is told what to say. JavaFX thread. */
public final class InsteadOfList extends VBox {

    private static final double COLUMN = 440;

    private final Label title = Controls.text("", Styles.TITLE_3);
    private final Label sentence = Controls.text("", Styles.TEXT_MUTED);

    public InsteadOfList(Feather icon) {
        getStyleClass().add("nothing-yet");
        setAlignment(Pos.CENTER);
        setMaxWidth(COLUMN);
        setVisible(false);
        getChildren().addAll(Controls.icon(icon), title, sentence);
    }

    /** Shows itself. */
    public void say(String what, String more) {
        title.setText(what);
        sentence.setText(more);
        setVisible(true);
    }
}
