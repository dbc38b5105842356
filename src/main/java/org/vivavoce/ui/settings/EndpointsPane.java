package org.vivavoce.ui.settings;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vivavoce.settings.Settings;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.settings.ServiceViewModel.Part;

/**
 * Addresses, models and voice of the three services, and their keys, where each has its own; empty fields mean "as the preset has it",
 * which they show in grey. JavaFX thread.
 */
final class EndpointsPane extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    /** Between two services, pixels. */
    private static final double GAP = 12;

    private final ServiceViewModel service;
    private final Texts texts;
    private final Label message = Section.message();

    EndpointsPane(ServiceViewModel service, Texts texts) {
        this.service = service;
        this.texts = texts;
        getStyleClass().add("group");
        show();
    }

    /** Shows the preset in use. */
    void show() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("endpoints");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setPercentWidth(60);
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setHgrow(Priority.ALWAYS);
        narrow.setPercentWidth(40);
        grid.getColumnConstraints().addAll(wide, narrow);
        int row = 0;
        for (Part part : Part.values()) {
            Label heading = Controls.text(name(part));
            GridPane.setMargin(heading, new Insets(row == 0 ? 0 : GAP, 0, 0, 0));
            grid.add(heading, 0, row++, 2, 1);
            TextField url = field(service.own(part).baseUrl(), service.asPreset(part).baseUrl(),
                    texts.of("settings.endpoint.address", name(part)));
            TextField model = field(service.own(part).model(), service.asPreset(part).model(),
                    texts.of("settings.endpoint.model", name(part)));
            TextField voice = field(service.own(part).voice(), texts.of("settings.endpoint.voice.prompt"),
                    texts.of("settings.endpoint.voice"));
            CheckBox inClear = inClear(part);
            keepWhenLeft(part, new Fields(url, model, voice), inClear);
            grid.addRow(row++, url, model);
            if (part == Part.SPEECH) {
                grid.add(voice, 1, row++);
            }
            grid.add(inClear, 0, row++, 2, 1);
            if (service.hasKeyForEach()) {
                String id = "-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-');
                grid.add(new KeyPane(service.keyOf(part), texts, id, texts.of("settings.endpoint.key", name(part))), 0,
                        row++, 2, 1);
            }
        }
        getChildren().setAll(grid, message);
    }

    /** The fields of a part. */
    private record Fields(TextField url, TextField model, TextField voice) {
        Settings.Endpoint written() {
            return new Settings.Endpoint(url.getText(), model.getText(), voice.getText());
        }
    }

    /** Asked only where it matters. */
    private CheckBox inClear(Part part) {
        CheckBox box = new CheckBox();
        box.setId("in-clear-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.setWrapText(true);
        box.managedProperty().bind(box.visibleProperty());
        box.setOnAction(event -> service.hostInClear(part)
                .ifPresent(host -> service.allowInClear(host, box.isSelected())));
        showInClear(part, box);
        return box;
    }

    private void showInClear(Part part, CheckBox box) {
        Optional<String> host = service.hostInClear(part);
        box.setVisible(host.isPresent());
        box.setText(host.map(name -> texts.of("settings.endpoint.in-clear", name)).orElse(""));
        box.setSelected(host.map(service::isAllowedInClear).orElse(false));
    }

    private String name(Part part) {
        return switch (part) {
            case SPEECH_TO_TEXT -> texts.of("settings.endpoint.speech-to-text");
            case CHAT -> texts.of("settings.endpoint.chat");
            case SPEECH -> texts.of("settings.endpoint.speech");
        };
    }

    private static TextField field(String own, String asPreset, String name) {
        TextField field = new TextField(own);
        field.setPromptText(asPreset);
        field.setAccessibleText(name);
        return field;
    }

    private void keepWhenLeft(Part part, Fields fields, CheckBox inClear) {
        Runnable keep = () -> {
            boolean well = service.change(part, fields.written());
            fields.url().pseudoClassStateChanged(WRONG, !well);
            message.setText(well ? "" : texts.of("settings.endpoint.wrong"));
            showInClear(part, inClear);
        };
        for (TextField field : new TextField[]{fields.url(), fields.model(), fields.voice()}) {
            Controls.whenWritten(field, keep);
        }
    }
}
