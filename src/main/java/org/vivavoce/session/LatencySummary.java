package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.vivavoce.session.TurnLatency.Stage;

/** The latencies of the turns of a conversation, in numbers a person can read. Used by one thread. */
public final class LatencySummary {

    private final List<TurnLatency> turns = new ArrayList<>();

    /**
     * A stage over all turns, milliseconds since the user was last heard.
     *
     * @param stage which
     * @param p50   half of the turns were as quick
     * @param p95   19 of 20 turns were as quick
     * @param last  in the last turn; −1 where it was not seen
     */
    public record Row(Stage stage, long p50, long p95, long last) {}

    /** Takes the next turn. */
    public void add(TurnLatency turn) {
        turns.add(turn);
    }

    public int turns() {
        return turns.size();
    }

    /** The stages that were seen. */
    public List<Row> rows() {
        return Arrays.stream(Stage.values()).flatMap(this::row).toList();
    }

    private Stream<Row> row(Stage stage) {
        List<Long> millis = new ArrayList<>();
        turns.forEach(turn -> {
            Long value = turn.millis().get(stage);
            if (value != null) {
                millis.add(value);
            }
        });
        if (millis.isEmpty()) {
            return Stream.empty();
        }
        Collections.sort(millis);
        long last = turns.getLast().millis().getOrDefault(stage, -1L);
        return Stream.of(new Row(stage, percentile(millis, 0.50), percentile(millis, 0.95), last));
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
