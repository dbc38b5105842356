package org.vivavoce.ui.settings;

import javafx.css.PseudoClass;
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

/** Addresses and models of the three services; empty fields mean "as the preset has it", which they show in grey. JavaFX thread. */
final class EndpointsPane extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

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
            grid.add(Controls.text(name(part)), 0, row++, 2, 1);
            TextField url = field(service.own(part).baseUrl(), service.asPreset(part).baseUrl(),
                    texts.of("settings.endpoint.address", name(part)));
            TextField model = field(service.own(part).model(), service.asPreset(part).model(),
                    texts.of("settings.endpoint.model", name(part)));
            keepWhenLeft(part, url, model);
            grid.addRow(row++, url, model);
        }
        getChildren().setAll(grid, message);
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

    private void keepWhenLeft(Part part, TextField url, TextField model) {
        Runnable keep = () -> {
            boolean well = service.change(part, new Settings.Endpoint(url.getText(), model.getText()));
            url.pseudoClassStateChanged(WRONG, !well);
            message.setText(well ? "" : texts.of("settings.endpoint.wrong"));
        };
        for (TextField field : new TextField[]{url, model}) {
            Controls.whenWritten(field, keep);
        }
    }
}
