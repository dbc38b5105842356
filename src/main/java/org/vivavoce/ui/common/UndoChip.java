package org.vivavoce.ui.common;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says calmly what was just done, and offers to undo it. Takes no room while there is nothing to say. JavaFX thread. */
public final class UndoChip extends HBox {

    private final Label what = new Label();
    private final Button undo;

    /**
     * Says nothing yet.
     *
     * @param undo    the text of the button
     * @param undoTip the same, with its key
     * @param action  undoes what was done
     * @param more    further controls, behind the button
     */
    public UndoChip(String undo, String undoTip, Runnable action, Node... more) {
        getStyleClass().add("undo-chip");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        what.setTextOverrun(OverrunStyle.ELLIPSIS);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        this.undo = new Button(undo);
        this.undo.setId("undo");
        this.undo.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
        this.undo.setMinWidth(USE_PREF_SIZE);
        this.undo.setOnAction(event -> action.run());
        this.undo.managedProperty().bind(this.undo.visibleProperty());
        Controls.explain(this.undo, undoTip);
        managedProperty().bind(visibleProperty());
        getChildren().addAll(Controls.icon(Feather.BOOKMARK), what, this.undo);
        getChildren().addAll(more);
        show("", false);
    }

    /**
     * Says something.
     *
     * @param sentence what was done; nothing where it is empty
     * @param undoable whether it can be undone
     */
    public void show(String sentence, boolean undoable) {
        what.setText(sentence.replaceAll("\\s+", " "));
        undo.setVisible(undoable);
        setAccessibleText(sentence);
        setVisible(!sentence.isEmpty());
    }
}
