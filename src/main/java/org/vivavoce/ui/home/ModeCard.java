package org.vivavoce.ui.home;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.ui.common.Accent;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.ModeBadge;
import org.vivavoce.ui.common.Texts;

/** One mode on the first screen: what it is, with whom, in which language, and the button that begins. JavaFX thread. */
final class ModeCard extends VBox {

    private final Button start;

    ModeCard(HomeViewModel home, Mode mode, Texts texts) {
        getStyleClass().add("card");
        Accent.give(this, mode);
        ModeBadge badge = new ModeBadge(Optional.of(mode));
        Label name = Controls.text(mode.name(), Styles.TITLE_3);
        Label persona = Controls.text(texts.of("home.persona", mode.persona().name(), mode.persona().role()),
                "persona");
        Label summary = Controls.text(mode.summary() == null ? "" : mode.summary(), Styles.TEXT_MUTED);
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        start = Controls.button(texts.of("home.start"), Feather.PLAY, () -> home.start(mode));
        start.setId("start-" + mode.id());
        start.setAccessibleText(texts.of("home.start.name", mode.name()));
        start.getStyleClass().addAll(Styles.ACCENT, "start");
        start.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(badge, name, persona, summary, room);
        if (mode.asksLanguage()) {
            getChildren().add(languages(home, texts));
        }
        getChildren().add(start);
    }

    Button startButton() {
        return start;
    }

    private static Node languages(HomeViewModel home, Texts texts) {
        ComboBox<Language> choice = new ComboBox<>();
        choice.setId("language");
        choice.getItems().setAll(home.languages());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Language language) {
                if (language == null) {
                    return "";
                }
                return language.name().equals(language.nativeName())
                        ? language.name()
                        : texts.of("home.language.names", language.name(), language.nativeName());
            }

            @Override
            public @Nullable Language fromString(String name) {
                return null; // the box is not editable
            }
        });
        choice.setValue(home.language());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(texts.of("home.language"));
        choice.setOnAction(event -> home.choose(choice.getValue()));
        return choice;
    }
}
