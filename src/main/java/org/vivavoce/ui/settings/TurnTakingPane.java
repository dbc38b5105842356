package org.vivavoce.ui.settings;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
        holds.getChildren().add(adapting());
        holds.setDisable(turns.now().preset().equals("classic"));
        CheckBox bargeIn = checkBox("barge-in", texts.of("settings.barge-in"), turns.now().bargeIn(),
                turns::setBargeIn);
        CheckBox prompts = checkBox("silence-prompts", texts.of("settings.silence-prompts"),
                turns.now().silencePrompts(), turns::setSilencePrompts);
        getChildren().addAll(new Section(texts.of("settings.turns"), presets()),
                new Section(texts.of("settings.hold"), Section.hint(texts.of("settings.hold.hint")), holds,
                        forgetting()),
                new Section(texts.of("settings.partner"), bargeIn, prompts));
    }

    private static CheckBox checkBox(String id, String text, boolean selected, Consumer<Boolean> action) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        box.setSelected(selected);
        box.setOnAction(event -> action.accept(box.isSelected()));
        return box;
    }

    private Node adapting() {
        CheckBox adapt = checkBox("adapt-to-pauses", texts.of("settings.adapt"), turns.now().adaptToPauses(),
                turns::setAdaptToPauses);
        adapt.setAccessibleHelp(texts.of("settings.adapt.hint"));
        Label under = Section.hint(texts.of("settings.adapt.hint"));
        under.getStyleClass().add("under-choice");
        VBox both = new VBox(4, adapt, under);
        both.getStyleClass().add("adapting");
        return both;
    }

    /** Also where nothing is learned at the moment: what was learned before is the user's to forget. */
    private Node forgetting() {
        Button forget = new Button(texts.of("settings.forget-learned"));
        forget.setId("forget-learned");
        forget.setMinWidth(USE_PREF_SIZE);
        Controls.explain(forget, texts.of("settings.forget-learned.tip"));
        forget.setOnAction(event -> turns.forgetLearned());
        Label nothing = Section.hint(texts.of("settings.nothing-learned"));
        turns.somethingLearnedProperty().subscribe(something -> {
            forget.setDisable(!something);
            nothing.setVisible(!something);
        });
        HBox row = new HBox(forget, nothing);
        row.getStyleClass().addAll("row", "under-choice");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
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
