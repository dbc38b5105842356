package org.vivavoce.ui.ideas;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** Where the text of an idea is changed. Takes no room while none is. JavaFX thread. */
final class EditBox extends VBox {

    private static final int ROWS = 3;

    private final TextArea text = new TextArea();
    private final Consumer<String> keep;
    private final Runnable close;

    /**
     * Not shown yet.
     *
     * @param keep  takes what was written
     * @param close is told when it is shown no more
     */
    EditBox(Texts texts, Consumer<String> keep, Runnable close) {
        this.keep = keep;
        this.close = close;
        getStyleClass().add("edit-box");
        text.setId("idea-edit");
        text.setAccessibleText(texts.of("ideas.edit.name"));
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Button done = Controls.button(texts.of("ideas.edit.keep"), Feather.CHECK, this::keep);
        done.setId("keep-idea");
        Button cancel = new Button(texts.of("ideas.edit.cancel"));
        cancel.setId("cancel-edit");
        cancel.setOnAction(event -> leave());
        HBox buttons = new HBox(8, done, cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        text.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(text, buttons);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
        });
    }

    void edit(String written) {
        setVisible(true);
        text.setText(written);
        text.requestFocus();
        text.end();
    }

    /** Enter keeps, as in a field of one line; with Shift it begins a new one. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                text.replaceSelection("\n");
            } else {
                keep();
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave();
        } else {
            return;
        }
        event.consume();
    }

    private void keep() {
        String written = text.getText();
        leave();
        keep.accept(written);
    }

    private void leave() {
        setVisible(false);
        close.run();
    }
}
