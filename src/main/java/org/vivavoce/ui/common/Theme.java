package org.vivavoce.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** Light or dark, as the user or the system has it. JavaFX thread. */
public final class Theme {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Scene scene;
    private final SettingsModel settings;
    private final Subscription follows;

    /** Dresses a scene and follows the settings and the system from then on. */
    public Theme(Scene scene, SettingsModel settings) {
        this.scene = scene;
        this.settings = settings;
        scene.getStylesheets().add(
                Objects.requireNonNull(Theme.class.getResource("/assets/css/vivavoce.css"), "packed with the program")
                        .toExternalForm());
        follows = Subscription.combine(settings.settingsProperty().subscribe(now -> apply()),
                Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply()),
                scene.rootProperty().subscribe(root -> apply()));
    }

    /** Follows no longer. */
    public void close() {
        follows.unsubscribe();
    }

    private void apply() {
        boolean dark = switch (settings.now().appearance().theme()) {
            case "dark" -> true;
            case "light" -> false;
            default -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }
}
