package org.vivavoce.ui.talk;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vivavoce.session.LatencySummary;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.session.TurnLatency.Stage;

/** How long each stage of the replies takes in this conversation; hidden until the user asks for it. JavaFX thread. */
public final class Diagnostics {

    private static final String UNSEEN = "–";

    /**
     * A stage, each time in whole milliseconds since the user was last heard, or a dash where it was not seen.
     *
     * @param stage which
     * @param p50   half of the turns were as quick
     * @param p95   19 of 20 turns were as quick
     * @param last  in the last turn
     */
    public record Line(Stage stage, String p50, String p95, String last) {}

    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper turns = new ReadOnlyIntegerWrapper();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesForReading = FXCollections.unmodifiableObservableList(lines);
    private final LatencySummary summary = new LatencySummary();

    /** Whether they are shown. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows or hides them. */
    public void toggle() {
        shown.set(!shown.get());
    }

    /** How many turns were measured. */
    public ReadOnlyIntegerProperty turnsProperty() {
        return turns.getReadOnlyProperty();
    }

    /** Every stage, in the order they are reached; none before the first turn. */
    public ObservableList<Line> lines() {
        return linesForReading;
    }

    void measured(TurnLatency turn) {
        summary.add(turn);
        turns.set(summary.turns());
        Map<Stage, LatencySummary.Row> seen = summary.rows().stream()
                .collect(Collectors.toMap(LatencySummary.Row::stage, Function.identity()));
        lines.setAll(Arrays.stream(Stage.values()).map(stage -> {
            LatencySummary.Row row = seen.get(stage);
            return row == null
                    ? new Line(stage, UNSEEN, UNSEEN, UNSEEN)
                    : new Line(stage, String.valueOf(row.p50()), String.valueOf(row.p95()),
                            row.last() < 0 ? UNSEEN : String.valueOf(row.last()));
        }).toList());
    }
}
