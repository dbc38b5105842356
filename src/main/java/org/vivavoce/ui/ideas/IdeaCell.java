package org.vivavoce.ui.ideas;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.IdeaShelf.Kept;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.WrappedCell;

/** An idea in the list, as high as its text needs. JavaFX thread. */
final class IdeaCell extends WrappedCell<Kept> {

    private final SessionWords words;
    private final Texts texts;

    IdeaCell(SessionWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    @Override
    protected Node content(Kept row) {
        Label text = Controls.text(row.idea().text(), "idea-text");
        return new VBox(4, text, Controls.text(about(row), Styles.TEXT_MUTED));
    }

    @Override
    protected String spoken(Kept row) {
        return row.idea().text() + ", " + about(row);
    }

    private String about(Kept row) {
        String when = words.when(row.idea().created());
        return row.session().map(session -> texts.of("ideas.about", when, words.name(session))).orElse(when);
    }
}
