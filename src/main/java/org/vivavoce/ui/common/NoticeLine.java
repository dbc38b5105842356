package org.vivavoce.ui.common;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** One line at the bottom of a screen: what is wrong, and the one button that helps. Takes no room while all is well. JavaFX thread. */
public final class NoticeLine extends HBox {

    private final Label sentence = Controls.text("", "notice-text");
    private final Button help = new Button();

    /** All is well. */
    public NoticeLine() {
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        help.setMinWidth(USE_PREF_SIZE);
        help.managedProperty().bind(help.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(Controls.icon(Feather.ALERT_TRIANGLE), sentence, help);
        clear();
    }

    /** All is well again. */
    public void clear() {
        show("", Optional.empty(), () -> {});
    }

    /**
     * Something is wrong.
     *
     * @param what   one sentence; an empty one means that all is well
     * @param button the text of the button that helps, where one does
     * @param action what the button does
     */
    public void show(String what, Optional<String> button, Runnable action) {
        setVisible(!what.isBlank());
        sentence.setText(what);
        setAccessibleText(what);
        help.setVisible(button.isPresent());
        help.setText(button.orElse(""));
        help.setOnAction(event -> action.run());
    }

    /** The button that helps. */
    public Button helpButton() {
        return help;
    }

    /** What is said. */
    public String text() {
        return sentence.getText();
    }
}
