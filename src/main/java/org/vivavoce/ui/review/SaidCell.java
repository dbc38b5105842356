package org.vivavoce.ui.review;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.vivavoce.store.StoredMessage;

/** A message in the list of a transcript, as wide as one likes to read and as high as its text needs. JavaFX thread. */
final class SaidCell extends ListCell<StoredMessage> {

    private static final double COLUMN = 720;
    private static final double SCROLL_BAR = 16;
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final Function<StoredMessage, SaidBox> boxes;
    private @Nullable SaidBox box;

    /** @param boxes shows a message */
    SaidCell(Function<StoredMessage, SaidBox> boxes) {
        this.boxes = boxes;
        getStyleClass().add("said-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list: nothing is cut, and nothing scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable StoredMessage message, boolean empty) {
        super.updateItem(message, empty);
        setText(null);
        if (empty || message == null) {
            show(null);
        } else {
            show(boxes.apply(message));
        }
        pseudoClassStateChanged(FIRST, getIndex() == 0);
        pseudoClassStateChanged(LAST, !empty && getIndex() == getListView().getItems().size() - 1);
    }

    private void show(@Nullable SaidBox now) {
        box = now;
        setGraphic(now);
        setAccessibleText(now == null ? null : now.getAccessibleText());
    }

    /** What it shows; empty while it shows nothing. */
    Optional<SaidBox> box() {
        return Optional.ofNullable(box);
    }

    /** The usual height of a cell takes no account of text that wraps. */
    @Override
    protected double computePrefHeight(double width) {
        SaidBox content = box;
        if (content == null) {
            return super.computePrefHeight(width);
        }
        double room = width > 0 ? width : getWidth() > 0 ? getWidth() : getListView().getWidth() - SCROLL_BAR;
        return Math.ceil(snappedTopInset() + content.prefHeight(column(room)) + snappedBottomInset());
    }

    private double column(double width) {
        return Math.clamp(width - snappedLeftInset() - snappedRightInset(), 1, COLUMN);
    }

    @Override
    protected void layoutChildren() {
        SaidBox content = box;
        if (content == null) {
            super.layoutChildren();
            return;
        }
        double column = column(getWidth());
        content.resizeRelocate(snappedLeftInset(), snappedTopInset(), column, content.prefHeight(column));
    }
}
