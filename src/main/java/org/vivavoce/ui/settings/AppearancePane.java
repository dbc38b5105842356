package org.vivavoce.ui.settings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.vivavoce.settings.Settings.AppearanceSettings;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;

/** The settings of the look; so small that the settings themselves are its view model. JavaFX thread. */
final class AppearancePane extends VBox {

    private final SettingsModel settings;
    private final Subscription follows;

    AppearancePane(SettingsModel settings, Texts texts) {
        this.settings = settings;
        getStyleClass().add("pane");
        ToggleGroup group = new ToggleGroup();
        VBox themes = new VBox(theme("system", texts.of("settings.theme.system"), group),
                theme("light", texts.of("settings.theme.light"), group),
                theme("dark", texts.of("settings.theme.dark"), group));
        themes.getStyleClass().add("choices");
        CheckBox captions = new CheckBox(texts.of("settings.captions"));
        captions.setId("captions-setting");
        captions.setWrapText(true);
        captions.setOnAction(
                event -> change(new AppearanceSettings(look().theme(), captions.isSelected(), look().motion())));
        CheckBox motion = new CheckBox(texts.of("settings.motion"));
        motion.setId("motion");
        motion.setWrapText(true);
        motion.setOnAction(
                event -> change(new AppearanceSettings(look().theme(), look().captions(), motion.isSelected())));
        getChildren().addAll(new Section(texts.of("settings.theme"), themes),
                new Section(texts.of("settings.while-talking"), captions, motion));
        follows = settings.settingsProperty().subscribe(now -> {
            captions.setSelected(now.appearance().captions());
            motion.setSelected(now.appearance().motion());
        });
    }

    void close() {
        follows.unsubscribe();
    }

    private AppearanceSettings look() {
        return settings.now().appearance();
    }

    private void change(AppearanceSettings changed) {
        settings.change(now -> now.withAppearance(changed));
    }

    private RadioButton theme(String id, String name, ToggleGroup group) {
        RadioButton choice = new RadioButton(name);
        choice.setId("theme-" + id);
        choice.setToggleGroup(group);
        choice.setSelected(look().theme().equals(id));
        choice.setOnAction(event -> change(new AppearanceSettings(id, look().captions(), look().motion())));
        return choice;
    }
}
