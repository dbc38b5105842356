package org.vivavoce.ui.common;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.practice.Mode;

/** The sign of a mode, in its colour. JavaFX thread. */
public final class ModeBadge extends StackPane {

    /** The sign of a mode that may be there no more. */
    public ModeBadge(Optional<Mode> mode) {
        getStyleClass().add("badge");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        mode.ifPresent(known -> Accent.give(this, known));
        getChildren().add(Controls.icon(mode.map(ModeBadge::icon).orElse(Feather.MESSAGE_CIRCLE)));
    }

    private static Feather icon(Mode mode) {
        return switch (mode.id()) {
            case "interview" -> Feather.BRIEFCASE;
            case "language" -> Feather.GLOBE;
            case "chat" -> Feather.COFFEE;
            default -> Feather.MESSAGE_CIRCLE;
        };
    }
}
