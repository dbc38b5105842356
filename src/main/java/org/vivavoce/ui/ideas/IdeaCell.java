package org.vivavoce.ui.ideas;

import atlantafx.base.theme.Styles;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.IdeaShelf.Kept;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;

/** An idea in the list, as high as its text needs. JavaFX thread. */
final class IdeaCell extends ListCell<Kept> {

    private static final double SCROLL_BAR = 16;

    private final SessionWords words;
    private final Texts texts;

    IdeaCell(SessionWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list: nothing is cut, and nothing scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable Kept row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            Label text = Controls.text(row.idea().text(), "idea-text");
            setGraphic(new VBox(4, text, Controls.text(about(row), Styles.TEXT_MUTED)));
            setAccessibleText(row.idea().text() + ", " + about(row));
        }
    }

    /** The usual height of a cell takes no account of text that wraps. */
    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty() || getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double room = getWidth() > 0 ? getWidth() : getListView().getWidth() - SCROLL_BAR;
        double inside = Math.max(1, room - snappedLeftInset() - snappedRightInset());
        return Math.ceil(snappedTopInset() + getGraphic().prefHeight(inside) + snappedBottomInset());
    }

    private String about(Kept row) {
        String when = words.when(row.idea().created());
        return row.session().map(session -> texts.of("ideas.about", when, words.name(session))).orElse(when);
    }
}
