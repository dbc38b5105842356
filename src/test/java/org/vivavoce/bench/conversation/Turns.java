package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The measured turns of one kind. Used by the bench's main thread. */
final class Turns {

    private final String preset;
    private final List<TurnFigures> all = new ArrayList<>();

    /** @param preset of turn-taking, or whatever tells these turns from others */
    Turns(String preset) {
        this.preset = preset;
    }

    String preset() {
        return preset;
    }

    void add(TurnFigures turn, Report report) {
        add(turn, row -> row, report);
    }

    /** @param more what else is told of the turn */
    void add(TurnFigures turn, UnaryOperator<ObjectNode> more, Report report) {
        all.add(turn);
        report.row(more.apply(turn.json().put("kind", preset)));
    }

    int size() {
        return all.size();
    }

    /** Those in which the reply came after the user's end, as it should. */
    List<TurnFigures> whole() {
        return all.stream().filter(TurnFigures::isWhole).toList();
    }

    /** Seconds. */
    List<Double> gaps() {
        return whole().stream().map(turn -> turn.gapMs() / 1000).toList();
    }

    Spread tellGaps(Report report) {
        return report.spread("gap, " + preset + ", s", gaps());
    }

    double sentOfSpoken() {
        return all.stream().mapToDouble(TurnFigures::sentMs).sum()
                / all.stream().mapToDouble(TurnFigures::spokenMs).sum();
    }

    double chatsATurn() {
        return all.stream().mapToInt(TurnFigures::chats).average().orElse(Double.NaN);
    }

    int cutOffs() {
        return all.stream().mapToInt(TurnFigures::cutOffs).sum();
    }

    /** How many turns were cut off, however often. */
    int cutTurns() {
        return (int) all.stream().filter(turn -> turn.cutOffs() > 0).count();
    }

    int fillers() {
        return (int) all.stream().filter(TurnFigures::filler).count();
    }
}
