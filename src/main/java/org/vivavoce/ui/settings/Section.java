package org.vivavoce.ui.settings;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vivavoce.ui.common.Controls;

/** A titled group of settings. JavaFX thread. */
final class Section extends VBox {

    Section(String title, Node... rows) {
        getStyleClass().add("section");
        getChildren().add(Controls.text(title, "heading"));
        getChildren().addAll(rows);
    }

    /** A setting: what it is called on the left, its control on the right. */
    static HBox row(String name, Node control) {
        Label label = Controls.text(name);
        label.setLabelFor(control);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(label, control);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What a setting means, in a quieter voice. */
    static Label hint(String text) {
        return Controls.text(text, "hint", Styles.TEXT_MUTED);
    }

    /** A sentence that comes and goes, and takes no room while there is none. */
    static Label message() {
        Label message = Controls.text("", "hint");
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        return message;
    }
}
