package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine;

/** Measures whole conversations: prints a table for each scenario and writes all figures into one JSON file. */
public final class ConversationBench {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private ConversationBench() {}

    /** Runs it; returns the exit code. */
    public static int run(List<String> arguments) {
        BenchOptions options = new BenchOptions();
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            System.err.println(e.getMessage());
            return WRONG_USAGE;
        }
        if (options.help()) {
            line.usage(System.out);
            return DONE;
        }
        return measure(options);
    }

    private static int measure(BenchOptions options) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        boolean whole = true;
        try (Desk desk = new Desk(options.seed())) {
            for (Map.Entry<String, Scenario> scenario : options.scenarios().entrySet()) {
                Report report = new Report(scenario.getKey());
                whole &= runs(scenario.getValue(), desk, report);
                System.out.println(report.text());
                all.add(report.json());
                write(options.out(), all);
            }
            System.out.println("all figures: " + options.out());
        } catch (TestAbortedException | IOException e) {
            System.err.println("The bench cannot run here: " + e.getMessage());
            return FAILED;
        }
        return whole ? DONE : FAILED;
    }

    /** A scenario that fails does not take the others with it: they get programs of their own. */
    private static boolean runs(Scenario scenario, Desk desk, Report report) {
        try {
            scenario.run(desk, report);
            return true;
        } catch (TestAbortedException e) {
            throw e;
        } catch (AssertionError | Exception e) {
            report.trouble(String.valueOf(e.getMessage()));
            desk.abandon();
            return false;
        }
    }

    private static void write(Path file, ArrayNode scenarios) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("processors", Runtime.getRuntime().availableProcessors());
        json.set("scenarios", scenarios);
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.writeString(file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }
}
