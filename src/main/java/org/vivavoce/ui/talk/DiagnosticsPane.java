package org.vivavoce.ui.talk;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vivavoce.session.TurnLatency.Stage;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** A table of how long each stage of the replies takes; scrolls where there is too little room. JavaFX thread. */
final class DiagnosticsPane extends ScrollPane {

    private final GridPane table = new GridPane();
    private final Label turns = Controls.text("");
    private final Map<Stage, List<Label>> cells = new EnumMap<>(Stage.class);
    private final Texts texts;

    DiagnosticsPane(Diagnostics diagnostics, Texts texts) {
        this.texts = texts;
        setId("diagnostics");
        getStyleClass().add("diagnostics");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        visibleProperty().bind(diagnostics.shownProperty());
        managedProperty().bind(visibleProperty());
        fillTable();
        VBox content = new VBox(turns, table);
        content.getStyleClass().add("content");
        setContent(content);
        // Tab stops here only where the arrow keys have something to scroll.
        focusTraversableProperty().bind(Bindings.createBooleanBinding(
                () -> content.getHeight() > getViewportBounds().getHeight() + 1, content.heightProperty(),
                viewportBoundsProperty()));
        accessibleTextProperty().bind(turns.textProperty());
        diagnostics.turnsProperty().subscribe(count -> turns.setText(turns(count.intValue())));
        diagnostics.lines().subscribe(() -> diagnostics.lines().forEach(this::show));
        table.visibleProperty().bind(diagnostics.turnsProperty().greaterThan(0));
        table.managedProperty().bind(table.visibleProperty());
    }

    private void fillTable() {
        table.getStyleClass().add("table");
        ColumnConstraints names = new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE,
                Double.MAX_VALUE);
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(names, numbers(), numbers(), numbers());
        table.addRow(0, head(texts.of("talk.diagnostics.unit")), head("P50"), head("P95"),
                head(texts.of("talk.diagnostics.last")));
        for (Stage stage : Stage.values()) {
            Label name = cell(name(stage));
            List<Label> row = List.of(name, cell(""), cell(""), cell(""));
            row.forEach(label -> label.getStyleClass().add(stage.name().toLowerCase(java.util.Locale.ROOT)));
            cells.put(stage, row);
            table.addRow(table.getRowCount(), row.toArray(Node[]::new));
        }
    }

    private static ColumnConstraints numbers() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(Region.USE_PREF_SIZE);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().addAll("head", Styles.TEXT_MUTED);
        head.setMinWidth(USE_PREF_SIZE);
        return head;
    }

    private static Label cell(String text) {
        Label cell = new Label(text);
        cell.setMinWidth(USE_PREF_SIZE); // a number that is cut is a wrong number
        return cell;
    }

    private void show(Diagnostics.Line line) {
        List<Label> row = cells.getOrDefault(line.stage(), List.of());
        List<String> values = List.of(name(line.stage()), line.p50(), line.p95(), line.last());
        for (int column = 0; column < row.size(); column++) {
            row.get(column).setText(values.get(column));
        }
        // A screen reader that comes to the name tells the whole row.
        row.getFirst().setAccessibleText(
                texts.of("talk.diagnostics.row", name(line.stage()), line.p50(), line.p95(), line.last()));
    }

    private String turns(int count) {
        return switch (count) {
            case 0 -> texts.of("talk.diagnostics.none");
            case 1 -> texts.of("talk.diagnostics.turn");
            default -> texts.of("talk.diagnostics.turns", count);
        };
    }

    private String name(Stage stage) {
        return switch (stage) {
            case SOFT_END -> texts.of("talk.diagnostics.soft-end");
            case SENT -> texts.of("talk.diagnostics.sent");
            case TRANSCRIPT -> texts.of("talk.diagnostics.transcript");
            case FIRST_TOKEN -> texts.of("talk.diagnostics.first-token");
            case FIRST_CLAUSE -> texts.of("talk.diagnostics.first-clause");
            case FIRST_BYTE -> texts.of("talk.diagnostics.first-byte");
            case TURN_END -> texts.of("talk.diagnostics.turn-end");
            case FIRST_SOUND -> texts.of("talk.diagnostics.first-sound");
        };
    }
}
