package org.vivavoce.ui.home;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.ModeBadge;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;

/** The conversations held last, each to be read or to go on with. Takes no room while there is none. JavaFX thread. */
final class RecentPane extends VBox {

    private final SessionWords words;
    private final Texts texts;
    private final HomeView.Ways ways;
    private final VBox rows = new VBox();
    private final Subscription follows;

    RecentPane(RecentViewModel recent, SessionWords words, Texts texts, HomeView.Ways ways) {
        this.words = words;
        this.texts = texts;
        this.ways = ways;
        setId("recent");
        getStyleClass().add("recent");
        rows.getStyleClass().add("rows");
        Label heading = Controls.text(texts.of("home.recent"), "heading");
        getChildren().addAll(heading, rows);
        managedProperty().bind(visibleProperty());
        follows = recent.sessionsProperty().subscribe(this::show);
    }

    private void show(List<SessionRecord> sessions) {
        setVisible(!sessions.isEmpty());
        rows.getChildren().setAll(sessions.stream().map(this::row).toList());
    }

    private Node row(SessionRecord session) {
        String about = texts.of("home.recent.about", words.when(session.begun().started()),
                words.length(session.length()));
        Label name = new Label(words.name(session));
        name.getStyleClass().add("name");
        Label when = new Label(about);
        when.getStyleClass().add(Styles.TEXT_MUTED);
        VBox lines = new VBox(name, when);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox what = new HBox(16, new ModeBadge(words.mode(session)), lines);
        what.setAlignment(Pos.CENTER_LEFT);
        Button read = new Button(null, what);
        read.getStyleClass().addAll("read", Styles.FLAT);
        read.setMaxWidth(Double.MAX_VALUE);
        read.setMinWidth(0);
        read.setAlignment(Pos.CENTER_LEFT);
        read.setAccessibleText(texts.of("home.recent.read", words.name(session), about));
        read.setOnAction(event -> ways.read(session));
        HBox.setHgrow(read, Priority.ALWAYS);
        Button resume = Controls.button(texts.of("home.recent.continue"), Feather.ROTATE_CW,
                () -> ways.resume(session));
        resume.getStyleClass().add("resume");
        resume.setMinWidth(Region.USE_PREF_SIZE);
        resume.setAccessibleText(texts.of("home.recent.continue.name", words.name(session), about));
        resume.setVisible(words.mode(session).isPresent());
        HBox row = new HBox(read, resume);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void close() {
        follows.unsubscribe();
    }
}
