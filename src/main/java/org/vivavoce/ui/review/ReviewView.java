package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.exchange.ExportFormat;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.NoticeLine;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.Screen;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.review.ListViewModel.Shown;

/** The screen of earlier conversations: list and transcript side by side or, in a small window, one at a time. JavaFX thread. */
public final class ReviewView implements Screen {

    /** Where the screen leads, and whom it asks. */
    public interface Ways {
        /** Back to where the user came from. */
        void leave();

        /** To a conversation that goes on. */
        void resume(SessionRecord session);

        /** A file to write to; the format is told by how it ends. Empty when the user has thought better of it. */
        Optional<Path> file(String suggestedName);
    }

    private static final double BOTH_FIT = 920;
    private static final double LIST_WIDTH = 432;
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final BorderPane root = new BorderPane();
    private final ReviewViewModel review;
    private final SessionWords words;
    private final Ways ways;
    private final ListPane list;
    private final TranscriptPane transcript;
    private final NothingYet nothingYet;
    private final Button back;
    private final HBox panes;
    private final BooleanProperty wide = new SimpleBooleanProperty(true);
    private final Subscription follows;

    /** Shows what is there. */
    public ReviewView(ReviewViewModel review, Program.Practice practice, SessionWords words, Texts texts, Ways ways) {
        this.review = review;
        this.words = words;
        this.ways = ways;
        list = new ListPane(review, practice, words, texts, this::clicked);
        transcript = new TranscriptPane(review, words, texts, new TranscriptPane.Ways() {
            @Override
            public void resume(SessionRecord session) {
                ways.resume(session);
            }

            @Override
            public void export(SessionRecord session) {
                askWhereTo(session);
            }
        });
        nothingYet = new NothingYet(texts);
        back = Controls.iconButton(texts.of("review.back"), Feather.ARROW_LEFT, this::oneBack);
        back.setId("back");
        Label title = new Label(texts.of("review.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        HBox header = new HBox(back, title);
        header.getStyleClass().add("bar");
        header.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(transcript, Priority.ALWAYS);
        panes = new HBox(list, transcript);
        panes.getStyleClass().add("panes");
        NoticeLine notice = new NoticeLine();
        root.setTop(header);
        root.setCenter(new StackPane(panes, nothingYet.node()));
        root.setBottom(notice);
        root.getStyleClass().add("review");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::keyLeft);
        follows = Subscription.combine(root.widthProperty().subscribe(this::fit),
                wide.subscribe(both -> arrange()), review.readingProperty().subscribe(this::read),
                review.list().shownProperty().subscribe(this::show),
                review.transcript().problemProperty()
                        .subscribe(problem -> notice.show(problem.orElse(""), Optional.empty(), () -> {})),
                review.listening().problemProperty()
                        .subscribe(problem -> notice.show(problem.orElse(""), Optional.empty(), () -> {})));
    }

    private void clicked() {
        if (!wide.get()) {
            review.read();
        }
    }

    private void fit(Number width) {
        if (width.doubleValue() > 0) {
            wide.set(width.doubleValue() >= BOTH_FIT);
        }
    }

    private void arrange() {
        boolean both = wide.get();
        boolean reading = review.readingProperty().get();
        list.setVisible(both || !reading);
        list.setManaged(both || !reading);
        list.setMinWidth(both ? LIST_WIDTH : 0);
        list.setMaxWidth(both ? LIST_WIDTH : Double.MAX_VALUE);
        HBox.setHgrow(list, both ? Priority.NEVER : Priority.ALWAYS);
        transcript.setVisible(both || reading);
        transcript.setManaged(both || reading);
    }

    private void read(boolean reading) {
        arrange();
        if (root.getScene() != null) {
            (reading ? transcript.text() : list.list()).requestFocus();
        }
    }

    private void show(Shown shown) {
        boolean instead = nothingYet.show(shown);
        boolean before = panes.isVisible();
        panes.setVisible(!instead);
        if (instead && before) {
            back.requestFocus();
        }
    }

    /** Before the list, which would keep some of these keys to itself; what is typed into a field stays there. */
    private void key(KeyEvent event) {
        if (SEARCH.match(event)) {
            if (!wide.get()) {
                review.back();
            }
            list.focusSearch();
        } else if (event.getTarget() instanceof TextInputControl) {
            return;
        } else if (event.getCode() == KeyCode.ESCAPE) {
            oneBack();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            review.askToDelete();
        } else if (event.getCode() == KeyCode.F2 && transcript.isVisible()) {
            transcript.rename();
        } else {
            return;
        }
        event.consume();
    }

    /** What a field does not use for itself. */
    private void keyLeft(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            oneBack();
            event.consume();
        }
    }

    private void oneBack() {
        if (!review.back()) {
            ways.leave();
        }
    }

    private void askWhereTo(SessionRecord session) {
        ways.file(words.fileName(session)).ifPresent(file -> review.transcript().export(ExportFormat.of(file), file));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        if (!panes.isVisible()) {
            return back;
        }
        return review.readingProperty().get() ? transcript.text() : list.list();
    }

    @Override
    public void close() {
        follows.unsubscribe();
        list.close();
        transcript.close();
        review.close();
    }
}
