package org.vivavoce.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a list, as high as its content needs at the width of the list. JavaFX thread.
 *
 * @param <T> what the list holds
 */
public abstract class WrappedCell<T> extends ListCell<T> {

    private static final double SCROLL_BAR = 16;

    /** What is shown of a row. */
    protected abstract Node content(T row);

    /** What a screen reader says of it. */
    protected abstract String spoken(T row);

    @Override
    protected final void updateItem(@Nullable T row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            setGraphic(content(row));
            setAccessibleText(spoken(row));
        }
    }

    /** It is as wide as the list: nothing is cut, and nothing scrolls sideways. */
    @Override
    protected final double computePrefWidth(double height) {
        return 0;
    }

    /** The usual height of a cell takes no account of text that wraps. */
    @Override
    protected final double computePrefHeight(double width) {
        if (isEmpty() || getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double room = getWidth() > 0 ? getWidth() : getListView().getWidth() - SCROLL_BAR;
        double inside = Math.max(1, room - snappedLeftInset() - snappedRightInset());
        return Math.ceil(snappedTopInset() + getGraphic().prefHeight(inside) + snappedBottomInset());
    }
}
