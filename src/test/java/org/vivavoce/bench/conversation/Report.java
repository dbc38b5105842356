package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What one scenario found: how values lie, figures with their targets, and each turn. Filled and read by the bench's main thread. */
public final class Report {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String scenario;
    private final Map<String, Spread> spreads = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final ArrayNode rows = JSON.arrayNode();
    private String trouble = "";

    public Report(String scenario) {
        this.scenario = scenario;
    }

    /** How values lie. */
    public Spread spread(String name, List<Double> values) {
        Spread spread = Spread.of(values);
        spreads.put(name, spread);
        return spread;
    }

    /** A figure, judged or only told. */
    public void find(Finding finding) {
        findings.add(finding);
    }

    /** One turn, or whatever was measured many times. */
    public void row(ObjectNode row) {
        rows.add(row);
    }

    /** It did not come to its end. */
    void trouble(String what) {
        trouble = what;
    }

    /** As tables. */
    public String text() {
        StringBuilder text = new StringBuilder("== " + scenario + "\n");
        if (!trouble.isEmpty()) {
            text.append("did not come to its end: ").append(trouble).append('\n');
        }
        if (!spreads.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%-46s %5s %9s %9s %9s %9s%n", "", "n", "median", "P95", "least",
                    "greatest"));
            spreads.forEach((name,
                    spread) -> text.append(String.format(Locale.ROOT, "%-46s %5d %9s %9s %9s %9s%n", name,
                            spread.n(), Finding.number(spread.median()), Finding.number(spread.p95()),
                            Finding.number(spread.least()), Finding.number(spread.greatest()))));
        }
        findings.forEach(finding -> text.append(String.format(Locale.ROOT, "%-46s %15s  %-9s %s%n", finding.name(),
                Finding.number(finding.value()), finding.targetText(), finding.verdict()).stripTrailing())
                .append('\n'));
        return text.toString();
    }

    /** As JSON. */
    public ObjectNode json() {
        ObjectNode json = JSON.objectNode().put("scenario", scenario);
        if (!trouble.isEmpty()) {
            json.put("trouble", trouble);
        }
        ObjectNode spreadsJson = json.putObject("spreads");
        spreads.forEach((name, spread) -> number(
                number(number(number(spreadsJson.putObject(name).put("n", spread.n()), "median", spread.median()),
                        "p95",
                        spread.p95()), "least", spread.least()),
                "greatest", spread.greatest()));
        ArrayNode findingsJson = json.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode one = findingsJson.addObject().put("name", finding.name());
            number(one, "value", finding.value());
            if (finding.bound() != Finding.Bound.NONE) {
                one.put("target", finding.targetText()).put("verdict", finding.verdict());
            }
        }
        json.set("rows", rows);
        return json;
    }

    /** Shows the tables, and keeps the figures in a file, whose folder is made where it is missing. */
    public void publish(Path file) throws IOException {
        System.out.println(text());
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.writeString(file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json()) + "\n");
    }

    private static ObjectNode number(ObjectNode json, String name, double value) {
        return Double.isNaN(value) ? json.putNull(name) : json.put(name, Math.round(value * 1000) / 1000.0);
    }
}
