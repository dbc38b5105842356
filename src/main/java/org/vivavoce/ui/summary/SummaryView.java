package org.vivavoce.ui.summary;

import atlantafx.base.theme.Styles;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.practice.Mode;
import org.vivavoce.ui.common.Accent;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Screen;
import org.vivavoce.ui.common.Texts;

/** The screen after a conversation. JavaFX thread. */
public final class SummaryView implements Screen {

    /** Where the buttons lead. */
    public interface Ways {
        /** Begins another one. */
        void again();

        /** Goes to the first screen. */
        void home();

        /** Whether the user was asked if sound is to be kept. */
        boolean askedToRecord();

        /** The user has answered. */
        void record(boolean wanted);
    }

    private final StackPane root;
    private final Button again;

    /**
     * Shows how it went.
     *
     * @param mode  what was practised
     * @param ways where its buttons lead
     */
    public SummaryView(SummaryViewModel summary, Mode mode, Texts texts, Ways ways) {
        this.again = Controls.button(texts.of("summary.again"), Feather.ROTATE_CW, ways::again);
        this.again.setId("again");
        this.again.getStyleClass().add(Styles.ACCENT);
        this.again.setDefaultButton(true);
        Button toHome = Controls.button(texts.of("summary.home"), Feather.HOME, ways::home);
        toHome.setId("home");
        HBox buttons = new HBox(this.again, toHome);
        buttons.getStyleClass().add("buttons");
        Label title = Controls.text(texts.of("summary.title", mode.name(), mode.persona().name()), Styles.TITLE_2);
        VBox card = new VBox(title, lines(summary));
        summary.remark().ifPresent(remark -> card.getChildren().add(Controls.text(remark)));
        card.getChildren().add(buttons);
        if (!ways.askedToRecord()) { // below: what has the focus is the way on
            card.getChildren().add(new RecordingQuestion(texts, wanted -> {
                ways.record(wanted);
                this.again.requestFocus();
            }));
        }
        card.getStyleClass().addAll("card", "summary");
        card.setMaxSize(520, VBox.USE_PREF_SIZE);
        StackPane around = new StackPane(card);
        around.getStyleClass().add("page");
        around.setAlignment(Pos.CENTER);
        ScrollPane scroll = new ScrollPane(around);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        root = new StackPane(scroll);
        Accent.give(root, mode);
    }

    private static Node lines(SummaryViewModel summary) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("lines");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (SummaryViewModel.Line line : summary.lines()) {
            Label name = Controls.text(line.name(), Styles.TEXT_MUTED);
            Label value = new Label(line.value());
            value.getStyleClass().add("value");
            name.setLabelFor(value);
            grid.addRow(row++, name, value);
        }
        return grid;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return again;
    }

    @Override
    public void close() {
        // nothing outlives the screen
    }
}
