package org.vivavoce.bench.hearing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vivavoce.bench.conversation.Report;

/** How the detectors did in each condition: F1, precision and recall of frames in per cent, as a table and as rows of JSON. */
final class Matrix {

    private static final String OVER_ALL = "over all";

    private final Map<String, Map<Contender.Kind, Tally>> tallies = new LinkedHashMap<>();
    private final Map<Contender.Kind, Tally> atTheTime = new EnumMap<>(Contender.Kind.class);

    void add(Condition condition, Contender.Kind kind, boolean[] truth, Contender heard) {
        boolean[] found = heard.speech();
        for (String name : names(condition)) {
            tally(name, kind).add(truth, found);
        }
        atTheTime.computeIfAbsent(kind, k -> new Tally()).add(truth, heard.atTheTime());
    }

    private static List<String> names(Condition condition) {
        String noise = condition.noise().name().toLowerCase(Locale.ROOT);
        String snr = snr(condition);
        return condition.noise() == Condition.Noise.CLEAN
                ? List.of(OVER_ALL, level(condition), noise)
                : List.of(OVER_ALL, level(condition), noise, "all at " + snr, noise + " at " + snr);
    }

    private static String level(Condition condition) {
        return "speech of " + condition.levelDbfs() + " dBFS";
    }

    private static String snr(Condition condition) {
        return Math.round(condition.snrDb()) + " dB";
    }

    private Tally tally(String name, Contender.Kind kind) {
        return tallies.computeIfAbsent(name, n -> new EnumMap<>(Contender.Kind.class)).computeIfAbsent(kind,
                k -> new Tally());
    }

    /** F1 of the product's detector in a condition or a group of them; NaN where it was not measured. */
    double f1(String name) {
        Map<Contender.Kind, Tally> row = tallies.get(name);
        Tally adaptive = row == null ? null : row.get(Contender.Kind.ADAPTIVE);
        return adaptive == null ? Double.NaN : adaptive.f1();
    }

    double overAll() {
        return f1(OVER_ALL);
    }

    /** As a table; the rows go to the report as well. */
    String text(Report report) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-24s", "frames: F1 (prec/rec), %"));
        for (Contender.Kind kind : Contender.Kind.values()) {
            text.append(String.format(Locale.ROOT, "%20s", kind.name().toLowerCase(Locale.ROOT)));
        }
        text.append('\n');
        tallies.entrySet().stream().sorted((a, b) -> inOrder(a.getKey(), b.getKey()))
                .forEach(row -> row(text, report, row.getKey(), row.getValue()));
        row(text, report, "said at the time", atTheTime);
        return text.toString();
    }

    /** Groups first. */
    private static int inOrder(String a, String b) {
        boolean aIsOne = a.contains(" at ") && !a.startsWith("all");
        boolean bIsOne = b.contains(" at ") && !b.startsWith("all");
        return Boolean.compare(aIsOne, bIsOne);
    }

    private static void row(StringBuilder text, Report report, String name, Map<Contender.Kind, Tally> row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("condition", name);
        text.append(String.format(Locale.ROOT, "%-24s", name));
        row.forEach((kind, tally) -> {
            text.append(String.format(Locale.ROOT, "%20s", String.format(Locale.ROOT, "%.1f (%.0f/%.0f)", tally.f1(),
                    tally.precision(), tally.recall())));
            json.putObject(kind.name().toLowerCase(Locale.ROOT)).put("f1", rounded(tally.f1()))
                    .put("precision", rounded(tally.precision())).put("recall", rounded(tally.recall()));
        });
        text.append('\n');
        report.row(json);
    }

    private static double rounded(double percent) {
        return Math.round(percent * 10) / 10.0;
    }
}
