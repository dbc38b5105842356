package org.vivavoce.ui.settings;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.ServiceTester;
import org.vivavoce.ui.common.Texts;

/** The settings of the services. JavaFX thread. */
final class ServicePane extends VBox {

    private final ServiceViewModel service;
    private final Texts texts;
    private final KeyPane key;
    private final Section keySection;
    private final EndpointsPane endpoints;
    private final VBox results = new VBox();

    /**
     * Shows the services.
     *
     * @param advanced whether addresses and models are shown too
     */
    ServicePane(ServiceViewModel service, Texts texts, boolean advanced) {
        this.service = service;
        this.texts = texts;
        getStyleClass().add("pane");
        key = new KeyPane(service.key(), texts, "", texts.of("settings.key"));
        endpoints = new EndpointsPane(service, texts);
        keySection = new Section(texts.of("settings.key"), key);
        TitledPane more = new TitledPane(texts.of("settings.endpoints"), endpoints);
        more.setExpanded(false);
        more.setAnimated(false);
        more.getStyleClass().add(Styles.DENSE);
        // The first start has asked already, in its title.
        getChildren().addAll(advanced ? new Section(texts.of("settings.service"), choices()) : choices(), keySection);
        VBox second = failOver();
        if (advanced) {
            getChildren().addAll(more, second);
        }
        getChildren().add(tryIt());
        service.chosenProperty().subscribe(chosen -> {
            boolean builtIn = chosen.map(preset -> preset.id().equals(ServicePresets.OFFLINE)).orElse(true);
            show(keySection, !builtIn && !service.hasKeyForEach());
            show(more, !builtIn);
            show(second, !builtIn);
            endpoints.show();
        });
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private Node choices() {
        VBox choices = new VBox();
        choices.getStyleClass().add("choices");
        ToggleGroup group = new ToggleGroup();
        for (ServicePreset preset : service.presets()) {
            RadioButton choice = new RadioButton(preset.name());
            choice.setId("preset-" + preset.id());
            choice.setToggleGroup(group);
            choice.setOnAction(event -> service.choose(preset.id()));
            Label summary = Section.hint(preset.summary());
            summary.getStyleClass().add("under-choice");
            choice.setAccessibleHelp(preset.summary());
            service.chosenProperty().subscribe(chosen -> {
                if (chosen.map(now -> now.id().equals(preset.id())).orElse(false)) {
                    choice.setSelected(true);
                }
            });
            choices.getChildren().add(new VBox(4, choice, summary));
        }
        return choices;
    }

    private VBox failOver() {
        CheckBox box = new CheckBox(texts.of("settings.fail-over"));
        box.setId("fail-over");
        box.setSelected(service.failsOver());
        box.setOnAction(event -> service.failOver(box.isSelected()));
        return new VBox(4, box, Section.hint(texts.of("settings.fail-over.hint")));
    }

    private Node tryIt() {
        Button button = Controls.button(texts.of("settings.try"), Feather.ZAP, () -> {});
        button.setId("try");
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(20, 20);
        busy.setAccessibleText(texts.of("settings.try.running"));
        // Its wheel turns even when hidden: only while something is being tried may it be part of the window.
        service.tryingProperty().subscribe(trying -> {
            button.setText(trying ? texts.of("settings.try.cancel") : texts.of("settings.try"));
            button.setOnAction(event -> {
                if (trying) {
                    service.cancel();
                } else {
                    service.tryIt(key.typed());
                }
            });
        });
        HBox row = new HBox(button);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        service.tryingProperty().subscribe(trying -> {
            if (trying) {
                row.getChildren().setAll(button, busy);
            } else {
                row.getChildren().setAll(button);
            }
        });
        results.getStyleClass().add("results");
        service.results().addListener((ListChangeListener<ServiceTester.Result>) change -> showResults());
        VBox all = new VBox(row, Section.hint(texts.of("settings.try.hint")), results);
        all.getStyleClass().add("group");
        return all;
    }

    private void showResults() {
        results.getChildren().setAll(service.results().stream().map(result -> {
            FontIcon sign = Controls.icon(result.well() ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE);
            sign.getStyleClass().add(result.well() ? "well" : "wrong");
            HBox line = new HBox(sign, Controls.text(result.sentence()));
            line.getStyleClass().add("row");
            return line;
        }).toList());
    }
}
