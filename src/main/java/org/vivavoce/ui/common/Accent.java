package org.vivavoce.ui.common;

import java.util.regex.Pattern;
import javafx.scene.Node;
import org.vivavoce.practice.Mode;

/** The accent colour of a mode, given to the part of the window that shows it. JavaFX thread. */
public final class Accent {

    /** Files of users may hold anything; only this may reach a style. */
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private Accent() {}

    /** Everything in the node gets the mode's colour; a mode without a valid one keeps the theme's. */
    public static void give(Node node, Mode mode) {
        node.getStyleClass().add("accented");
        if (mode.accent() != null && COLOUR.matcher(mode.accent()).matches()) {
            node.setStyle("-vv-accent: " + mode.accent() + ";");
        }
    }
}
