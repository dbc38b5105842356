package org.vivavoce.ui.settings;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.Settings.TurnTakingSettings;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** The settings of turn-taking. JavaFX thread. */
final class TurnTakingPane extends VBox {

    private final TurnTakingViewModel turns;
    private final Texts texts;
    private final VBox holds = new VBox();

    TurnTakingPane(TurnTakingViewModel turns, Texts texts) {
        this.turns = turns;
        this.texts = texts;
        getStyleClass().add("pane");
        holds.getStyleClass().add("group");
        turns.modes().forEach(mode -> holds.getChildren().add(hold(mode)));
        holds.setDisable(turns.now().preset().equals("classic"));
        CheckBox bargeIn = new CheckBox(texts.of("settings.barge-in"));
        bargeIn.setId("barge-in");
        bargeIn.setWrapText(true);
        bargeIn.setSelected(turns.now().bargeIn());
        bargeIn.setOnAction(event -> turns.setBargeIn(bargeIn.isSelected()));
        CheckBox prompts = new CheckBox(texts.of("settings.silence-prompts"));
        prompts.setId("silence-prompts");
        prompts.setWrapText(true);
        prompts.setSelected(turns.now().silencePrompts());
        prompts.setOnAction(event -> turns.setSilencePrompts(prompts.isSelected()));
        getChildren().addAll(new Section(texts.of("settings.turns"), presets()),
                new Section(texts.of("settings.hold"), Section.hint(texts.of("settings.hold.hint")), holds),
                new Section(texts.of("settings.partner"), bargeIn, prompts));
    }

    private Node presets() {
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox(
                preset("adaptive", texts.of("settings.turns.adaptive"), texts.of("settings.turns.adaptive.hint"),
                        group),
                preset("classic", texts.of("settings.turns.classic"), texts.of("settings.turns.classic.hint"), group));
        choices.getStyleClass().add("choices");
        return choices;
    }

    private Node preset(String id, String name, String hint, ToggleGroup group) {
        RadioButton choice = new RadioButton(name);
        choice.setId("turns-" + id);
        choice.setToggleGroup(group);
        choice.setAccessibleHelp(hint);
        choice.setSelected(turns.now().preset().equals(id));
        choice.setOnAction(event -> {
            turns.choose(id);
            holds.setDisable(id.equals("classic"));
        });
        Label under = Section.hint(hint);
        under.getStyleClass().add("under-choice");
        return new VBox(4, choice, under);
    }

    private Node hold(Mode mode) {
        Slider slider = new Slider(TurnTakingSettings.MIN_HOLD_MS, turns.maxHoldMs(mode), turns.holdMs(mode));
        slider.setId("hold-" + mode.id());
        slider.setBlockIncrement(TurnTakingViewModel.STEP_MS);
        slider.setAccessibleText(texts.of("settings.hold.name", mode.name()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label name = Controls.text(mode.name());
        name.setMinWidth(96);
        name.setLabelFor(slider);
        Label value = new Label();
        value.setMinWidth(56);
        value.setAlignment(Pos.CENTER_RIGHT);
        slider.valueProperty().subscribe(now -> {
            turns.setHoldMs(mode, now.doubleValue());
            value.setText(
                    texts.of("settings.hold.seconds", String.format(Locale.ROOT, "%.1f", turns.holdMs(mode) / 1000.0)));
        });
        HBox row = new HBox(name, slider, value);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
