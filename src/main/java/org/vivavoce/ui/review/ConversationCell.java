package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.practice.Role;
import org.vivavoce.store.FoundMessage;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Snippet;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.ModeBadge;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.WrappedCell;

/** A conversation in the list, as high as its text needs. JavaFX thread. */
final class ConversationCell extends WrappedCell<Row> {

    private final SessionWords words;
    private final Texts texts;

    ConversationCell(SessionWords words, Texts texts, Runnable clicked) {
        this.words = words;
        this.texts = texts;
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                clicked.run();
            }
        });
    }

    @Override
    protected String spoken(Row row) {
        SessionRecord session = row.session();
        return String.join(", ", words.name(session), about(session), words.length(session.length()))
                + row.found().map(found -> ": " + found.snippet().text()).orElse("");
    }

    @Override
    protected Node content(Row row) {
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
