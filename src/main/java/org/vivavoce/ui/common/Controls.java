package org.vivavoce.ui.common;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the controls that look the same everywhere. JavaFX thread. */
public final class Controls {

    private static final Duration TOOLTIP_AFTER = Duration.millis(400);

    private Controls() {}

    /** An icon in the colour of the text around it. */
    public static FontIcon icon(Feather icon) {
        return new FontIcon(icon);
    }

    /** A button with an icon before its text. */
    public static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, icon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A button that shows an icon alone; its text is its tooltip and what a screen reader says. */
    public static Button iconButton(String text, Feather icon, Runnable action) {
        Button button = new Button(null, icon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(event -> action.run());
        explain(button, text);
        return button;
    }

    /** Gives a button a tooltip and an accessible name. */
    public static void explain(ButtonBase button, String text) {
        button.setAccessibleText(text);
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(TOOLTIP_AFTER);
        button.setTooltip(tooltip);
    }

    /** A text that wraps instead of being cut. */
    public static Label text(String text, String... styles) {
        Label label = new WrappedText(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** What was written is taken by Enter, and when the field is left. */
    public static void whenWritten(TextField field, Runnable take) {
        field.setOnAction(event -> take.run());
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                take.run();
            }
        });
    }

    /** Takes the room that is left in a row. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
