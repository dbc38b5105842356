package org.vivavoce.bench.hearing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;
import org.vivavoce.bench.conversation.Report;
import picocli.CommandLine;

/** What the benches of hearing have in common: options, the printed report, the file of figures. Functions without state. */
final class HearingBench {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /** What is measured. */
    @FunctionalInterface
    interface Measure {
        /** Puts figures to a report and returns what is printed before them. */
        String into(Report report, HearingOptions options);
    }

    private HearingBench() {}

    /** Runs it; returns the exit code. */
    static int run(String name, List<String> arguments, Measure measure) {
        HearingOptions options = new HearingOptions();
        CommandLine line = new CommandLine(options).setCommandName(name);
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
        Report report = new Report(name);
        Path out = options.out().orElse(Path.of("target", "bench", name + ".json"));
        try {
            System.out.println(measure.into(report, options));
            report.publish(out);
            System.out.println("all figures: " + out);
            return DONE;
        } catch (TestAbortedException | IllegalStateException | IOException e) {
            System.err.println("The bench cannot run here: " + e.getMessage());
            return FAILED;
        }
    }
}
