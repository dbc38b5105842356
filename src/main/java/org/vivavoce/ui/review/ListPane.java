package org.vivavoce.ui.review;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.review.ListViewModel.Shown;
import org.vivavoce.ui.review.ListViewModel.State;

/** Where conversations are looked for: the words, the filters, and the list. JavaFX thread. */
final class ListPane extends VBox {

    /** One of a filter's choices; without an id, all are wanted. */
    private record Choice(String name, Optional<String> id) {}

    private final ReviewViewModel review;
    private final Texts texts;
    private final CustomTextField search = new CustomTextField();
    private final Label count = Controls.text("", Styles.TEXT_MUTED, "count");
    private final ListView<Row> list = new ListView<>();
    private final Button more = new Button();
    private final Label nothing = Controls.text("", Styles.TEXT_MUTED, "nothing-found");
    private final Subscription follows;
    private boolean filling;

    /** @param clicked what follows the click on a conversation */
    ListPane(ReviewViewModel review, Program.Practice practice, SessionWords words, Texts texts, Runnable clicked) {
        this.review = review;
        this.texts = texts;
        getStyleClass().add("conversations");
        List<Choice> modes = new ArrayList<>(List.of(new Choice(texts.of("review.all-modes"), Optional.empty())));
        practice.modes().forEach(mode -> modes.add(new Choice(mode.name(), Optional.of(mode.id()))));
        List<Choice> languages = new ArrayList<>(
                List.of(new Choice(texts.of("review.all-languages"), Optional.empty())));
        practice.languages()
                .forEach(language -> languages.add(new Choice(language.name(), Optional.of(language.code()))));
        HBox filters = new HBox(8, filter("filter-mode", texts.of("review.mode"), modes, review.list()::ofMode),
                filter("filter-language", texts.of("review.language"), languages, review.list()::inLanguage));
        more.setId("more");
        more.setText(texts.of("review.more"));
        more.setOnAction(event -> review.list().showMore());
        more.setMaxWidth(Double.MAX_VALUE);
        more.managedProperty().bind(more.visibleProperty());
        makeList(words, clicked);
        StackPane listOrNothing = new StackPane(list, nothing);
        StackPane.setAlignment(nothing, Pos.TOP_LEFT);
        VBox.setVgrow(listOrNothing, Priority.ALWAYS);
        VBox top = new VBox(8, searchField(), filters);
        top.getStyleClass().add("filters");
        getChildren().addAll(top, count, listOrNothing, more);
        follows = Subscription.combine(review.list().shownProperty().subscribe(this::show),
                review.chosenProperty().subscribe(chosen -> select()));
    }

    private Node searchField() {
        search.setId("search");
        search.setPromptText(texts.of("review.search"));
        search.setAccessibleText(texts.of("review.search"));
        search.setLeft(Controls.icon(Feather.SEARCH));
        Button clear = Controls.iconButton(texts.of("review.search.clear"), Feather.X, search::clear);
        clear.getStyleClass().add("clear");
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        search.setRight(clear);
        search.textProperty().subscribe((before, typed) -> review.list().search(typed));
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

    private static Node filter(String id, String name, List<Choice> choices, Consumer<Optional<String>> chosen) {
        ComboBox<Choice> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.name();
            }

            @Override
            public @Nullable Choice fromString(String text) {
                return null; // the box is not editable
            }
        });
        box.setValue(choices.getFirst());
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(event -> chosen.accept(box.getValue().id()));
        return box;
    }

    private void makeList(SessionWords words, Runnable clicked) {
        list.setId("conversations");
        list.setAccessibleText(texts.of("review.title"));
        list.setCellFactory(view -> new ConversationCell(words, texts, clicked));
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !filling) {
                review.choose(row.session().id());
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                review.read();
                event.consume();
            }
        });
    }

    private void show(Shown shown) {
        boolean there = shown.state() == State.THERE;
        filling = true; // what is chosen stays chosen
        list.getItems().setAll(shown.rows());
        filling = false;
        select();
        list.setVisible(shown.state() != State.NOTHING_FOUND); // also while it is read: it may have the focus by then
        more.setVisible(shown.hasMore());
        nothing.setVisible(shown.state() == State.NOTHING_FOUND);
        nothing.setText(texts.of("review.nothing-found"));
        count.setVisible(there);
        count.setText(shown.count() == 1 ? texts.of("review.count.one") : texts.of("review.count", shown.count()));
    }

    private void select() {
        review.chosenRow().ifPresent(row -> {
            int index = list.getItems().indexOf(row); // −1 where it is chosen a moment before the list shows it
            if (index >= 0 && index != list.getSelectionModel().getSelectedIndex()) {
                filling = true;
                list.getSelectionModel().select(index);
                filling = false;
            }
        });
    }

    /** What has the focus while the user looks for a conversation. */
    Node list() {
        return list;
    }

    /** Words can be typed at once, in place of those that are there. */
    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void close() {
        follows.unsubscribe();
    }
}
