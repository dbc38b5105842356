package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.practice.Role;
import org.vivavoce.store.FoundMessage;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Snippet;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.ModeBadge;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;

/** A conversation in the list, as high as its text needs. JavaFX thread. */
final class ConversationCell extends ListCell<Row> {

    private static final double SCROLL_BAR = 16;

    private final SessionWords words;
    private final Texts texts;

    ConversationCell(SessionWords words, Texts texts, Runnable clicked) {
        this.words = words;
        this.texts = texts;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list: nothing is cut, and nothing scrolls sideways
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                clicked.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            setGraphic(content(row));
            SessionRecord session = row.session();
            setAccessibleText(String.join(", ", words.name(session), about(session), words.length(session.length()))
                    + row.found().map(found -> ": " + found.snippet().text()).orElse(""));
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

    private HBox content(Row row) {
        SessionRecord session = row.session();
        Label name = new Label(words.name(session));
        name.getStyleClass().add("name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label length = new Label(words.length(session.length()));
        length.getStyleClass().add(Styles.TEXT_MUTED);
        length.setMinWidth(Region.USE_PREF_SIZE);
        VBox lines = new VBox(4, new HBox(8, name, length), Controls.text(about(session), Styles.TEXT_MUTED));
        HBox.setHgrow(lines, Priority.ALWAYS);
        if (!session.tags().isEmpty()) {
            Label tags = Controls.text(String.join(" · ", session.tags()), Styles.TEXT_MUTED, "tags");
            tags.setGraphic(Controls.icon(Feather.TAG));
            lines.getChildren().add(tags);
        }
        row.found().ifPresent(found -> lines.getChildren().add(snippet(session, found)));
        return new HBox(16, new ModeBadge(words.mode(session)), lines);
    }

    private String about(SessionRecord session) {
        String when = words.when(session.begun().started());
        String messages = words.messages(session.messages());
        return String.join(" · ", session.title().isEmpty()
                ? List.of(when, messages)
                : List.of(words.practised(session), when, messages));
    }

    private TextFlow snippet(SessionRecord session, FoundMessage found) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("snippet");
        add(flow,
                texts.of("review.snippet.who",
                        found.role() == Role.USER ? texts.of("review.you") : words.partner(session)),
                "who");
        Snippet snippet = found.snippet();
        String text = snippet.text();
        int done = 0;
        if (snippet.cutBefore()) {
            add(flow, "… ", "plain");
        }
        for (Snippet.Mark mark : snippet.marks()) {
            add(flow, text.substring(done, mark.begin()), "plain");
            add(flow, text.substring(mark.begin(), mark.end()), "marked");
            done = mark.end();
        }
        add(flow, text.substring(done).stripTrailing(), "plain");
        if (snippet.cutAfter()) {
            add(flow, " …", "plain");
        }
        return flow;
    }

    private static void add(TextFlow flow, String part, String style) {
        if (!part.isEmpty()) {
            Text text = new Text(part);
            text.getStyleClass().add(style);
            flow.getChildren().add(text);
        }
    }
}
