package org.vivavoce.ui.settings;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vivavoce.settings.SecretStore.Place;
import org.vivavoce.ui.common.Texts;

/** Where the key is entered, kept and forgotten. What was typed leaves the field as soon as it is kept. JavaFX thread. */
final class KeyPane extends VBox {

    private final PasswordField field = new PasswordField();
    private final Label where = Section.hint("");
    private final Label message = Section.message();
    private final Texts texts;

    /**
     * Shows a key.
     *
     * @param id   tells the fields of several panes apart; empty for the only one
     * @param name what the field is called
     */
    KeyPane(KeyViewModel key, Texts texts, String id, String name) {
        this.texts = texts;
        getStyleClass().add("group");
        field.setId("key" + id);
        field.setPromptText(texts.of("settings.key.prompt"));
        field.setAccessibleText(name);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button keep = new Button(texts.of("settings.key.keep"));
        keep.setId("keep-key" + id);
        keep.setOnAction(event -> keep(key));
        keep.disableProperty().bind(field.textProperty().isEmpty());
        field.setOnAction(event -> keep(key));
        Button forget = new Button(texts.of("settings.key.forget"));
        forget.setId("forget-key" + id);
        forget.getStyleClass().add(Styles.FLAT);
        forget.managedProperty().bind(forget.visibleProperty());
        forget.setOnAction(event -> key.forget());
        HBox row = new HBox(field, keep, forget);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, where, message);
        key.stateProperty().subscribe(state -> {
            where.setText(where(state));
            message.setText(state.message());
            forget.setVisible(state.place().map(place -> place == Place.KEYCHAIN || place == Place.KEY_FILE)
                    .orElse(state.there()));
        });
    }

    /** What is typed and not kept yet. */
    String typed() {
        return field.getText();
    }

    private void keep(KeyViewModel key) {
        key.keep(field.getText());
        field.clear();
    }

    private String where(KeyViewModel.KeyState state) {
        if (state.busy()) {
            return texts.of("settings.key.looking");
        }
        if (!state.there()) {
            return texts.of("settings.key.none");
        }
        if (state.place().isEmpty()) {
            return texts.of("settings.key.there");
        }
        return switch (state.place().get()) {
            case ENVIRONMENT -> texts.of("settings.key.environment");
            case ENV_FILE -> texts.of("settings.key.env-file");
            case KEYCHAIN -> texts.of("settings.key.keychain");
            case KEY_FILE -> texts.of("settings.key.key-file");
        };
    }
}
