package org.vivavoce.ui.ideas;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.store.Idea;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.IdeaShelf.Kept;
import org.vivavoce.ui.common.NoticeLine;
import org.vivavoce.ui.common.Screen;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.UndoChip;
import org.vivavoce.ui.ideas.IdeasViewModel.Done;
import org.vivavoce.ui.ideas.IdeasViewModel.Shown;
import org.vivavoce.ui.ideas.IdeasViewModel.State;

/** The screen of the ideas that were saved. JavaFX thread. */
public final class IdeasView implements Screen {

    /** Where the screen leads, and whom it asks. */
    public interface Ways {
        /** Back to where the user came from. */
        void leave();

        /** Whether conversations may be shown. */
        boolean mayRead();

        /** To the conversation an idea came up in. */
        void read(SessionRecord session);

        /** A file to write to; the format is told by how it ends. Empty when the user has thought better of it. */
        Optional<Path> file();

        /** Puts a text into the clipboard. */
        void copy(String text);
    }

    private static final double COLUMN = 760;
    private static final double SIDE = 16;
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final BorderPane root = new BorderPane();
    private final IdeasViewModel ideas;
    private final Texts texts;
    private final Ways ways;
    private final Button back;
    private final Button export;
    private final CustomTextField search = new CustomTextField();
    private final Label count = Controls.text("", Styles.TEXT_MUTED, "count");
    private final ListView<Kept> list = new ListView<>();
    private final Label nothing = Controls.text("", Styles.TEXT_MUTED, "nothing-found");
    private final VBox page;
    private final Actions act = new Actions();
    private final NoIdeas noIdeas;
    private final EditBox edit;
    private final ActionRow actions;
    private final UndoChip chip;
    private final NoticeLine notice = new NoticeLine();
    private final Subscription follows;
    private Optional<Idea> editing = Optional.empty();
    private boolean filling;

    /** Shows what is there. */
    public IdeasView(IdeasViewModel ideas, SessionWords words, Texts texts, Ways ways) {
        this.ideas = ideas;
        this.texts = texts;
        this.ways = ways;
        back = Controls.iconButton(texts.of("ideas.back"), Feather.ARROW_LEFT, ways::leave);
        back.setId("back");
        Label title = new Label(texts.of("ideas.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        export = Controls.button(texts.of("ideas.export"), Feather.DOWNLOAD,
                () -> ways.file().ifPresent(ideas::export));
        export.setId("export-ideas");
        HBox header = new HBox(back, title, Controls.spring(), export);
        header.getStyleClass().add("bar");
        header.setAlignment(Pos.CENTER_LEFT);
        actions = new ActionRow(texts, COPY.getDisplayText(), ways.mayRead(), act);
        edit = new EditBox(texts, text -> editing.ifPresent(idea -> ideas.change(idea, text)), this::edited);
        chip = new UndoChip(texts.of("ideas.undo"), texts.of("ideas.undo.tip", UNDO.getDisplayText()), ideas::undo);
        makeList(words);
        StackPane listOrNothing = new StackPane(list, nothing);
        StackPane.setAlignment(nothing, Pos.TOP_LEFT);
        VBox.setVgrow(listOrNothing, Priority.ALWAYS);
        page = new VBox(searchField(), count, listOrNothing, edit, actions);
        page.getStyleClass().add("ideas-page");
        page.setMaxWidth(COLUMN);
        noIdeas = new NoIdeas(texts);
        chip.setMaxWidth(COLUMN - 2 * SIDE);
        StackPane chipRoom = new StackPane(chip);
        chipRoom.getStyleClass().add("chip-room");
        root.setTop(header);
        root.setCenter(new StackPane(page, noIdeas.node()));
        root.setBottom(new VBox(chipRoom, notice));
        root.getStyleClass().add("ideas");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        follows = Subscription.combine(ideas.shownProperty().subscribe(this::show),
                ideas.doneProperty().subscribe(this::showDone));
    }

    /** What is done with the chosen one. */
    private final class Actions implements ActionRow.Actions {
        @Override
        public void read() {
            if (ways.mayRead()) {
                ideas.chosen().flatMap(Kept::session).ifPresent(ways::read);
            }
        }

        @Override
        public void copy() {
            ideas.chosen().ifPresent(row -> {
                ways.copy(row.idea().text());
                ideas.copied();
            });
        }

        @Override
        public void edit() {
            ideas.chosen().ifPresent(row -> {
                editing = Optional.of(row.idea());
                edit.edit(row.idea().text());
                letChoose(false); // what is changed is what was chosen
                showActions();
            });
        }

        @Override
        public void delete() {
            ideas.delete();
            list.requestFocus();
        }
    }

    private Node searchField() {
        search.setId("search-ideas");
        search.setPromptText(texts.of("ideas.search"));
        search.setAccessibleText(texts.of("ideas.search"));
        search.setLeft(Controls.icon(Feather.SEARCH));
        search.textProperty().subscribe((before, typed) -> ideas.search(typed));
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                event.consume();
            }
        });
        return search;
    }

    private void makeList(SessionWords words) {
        list.setId("ideas-list");
        list.setAccessibleText(texts.of("ideas.title"));
        list.setCellFactory(view -> new IdeaCell(words, texts));
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !filling) {
                ideas.choose(row);
                showActions();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                act.edit();
            }
        });
    }

    private void show(Shown shown) {
        boolean wasPage = page.isVisible();
        boolean instead = noIdeas.show(shown);
        page.setVisible(!instead);
        filling = true; // what is chosen stays chosen
        list.getItems().setAll(shown.rows());
        ideas.chosen().ifPresent(row -> list.getSelectionModel().select(row));
        filling = false;
        boolean found = shown.state() == State.THERE;
        list.setVisible(shown.state() != State.NOTHING_FOUND); // also while it is read: it may have the focus by then
        nothing.setVisible(shown.state() == State.NOTHING_FOUND);
        nothing.setText(texts.of("ideas.nothing-found"));
        count.setText(!found
                ? ""
                : shown.rows().size() == 1
                        ? texts.of("ideas.count.one")
                        : texts.of("ideas.count", shown.rows().size()));
        export.setDisable(instead || shown.state() == State.LOADING);
        showActions();
        if (instead && wasPage && root.getScene() != null) {
            back.requestFocus();
        }
    }

    private void showActions() {
        actions.show(edit.isVisible() ? Optional.empty() : ideas.chosen());
    }

    private void showDone(Done done) {
        switch (done) {
            case Done.Nothing() -> say("", false, "");
            case Done.Deleted(Idea idea) -> say(texts.of("ideas.deleted", idea.text()), true, "");
            case Done.Written(Path file) -> say(texts.of("ideas.exported", file), false, "");
            case Done.Copied() -> say(texts.of("ideas.copied"), false, "");
            case Done.Failed(String sentence) -> say("", false, sentence);
        }
    }

    private void say(String what, boolean undoable, String problem) {
        chip.show(what, undoable);
        notice.show(problem, Optional.empty(), () -> {});
    }

    private void letChoose(boolean may) {
        list.setMouseTransparent(!may);
        list.setFocusTraversable(may);
        search.setDisable(!may);
    }

    private void edited() {
        letChoose(true);
        showActions();
        list.requestFocus();
    }

    /** Before the list, which would keep some of these keys to itself; what is typed into a field stays there. */
    private void key(KeyEvent event) {
        if (SEARCH.match(event)) {
            search.requestFocus();
            search.selectAll();
        } else if (event.getCode() == KeyCode.ESCAPE && !edit.isVisible() && search.getText().isEmpty()) {
            ways.leave();
        } else if (event.getTarget() instanceof TextInputControl || edit.isVisible()) {
            return;
        } else if (UNDO.match(event)) {
            ideas.undo();
        } else if (COPY.match(event)) {
            act.copy();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            ideas.delete();
        } else if (event.getCode() == KeyCode.F2) {
            act.edit();
        } else if (event.getCode() == KeyCode.ENTER && list.isFocused()) {
            act.read();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return list.isVisible() && page.isVisible() ? list : back;
    }

    @Override
    public void close() {
        follows.unsubscribe();
        ideas.close();
    }
}
