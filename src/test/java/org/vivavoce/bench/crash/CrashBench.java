package org.vivavoce.bench.crash;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opentest4j.TestAbortedException;
import org.vivavoce.bench.conversation.Finding;
import org.vivavoce.bench.conversation.Report;
import org.vivavoce.bench.crash.KilledTalk.Kill;
import org.vivavoce.bench.crash.KilledTalk.Outcome;
import picocli.CommandLine;

/** Kills the program at random moments of spoken conversations, and reports what was lost. */
public final class CrashBench {

    private static final int WRONG_USAGE = 2;
    /** By then the user has said something; later there is nothing that was not there before. */
    private static final int EARLIEST_MS = 2500;
    private static final int LATEST_MS = 30_000;

    private CrashBench() {}

    /** Runs it; returns the exit code: 0 where nothing was lost. */
    public static int run(List<String> arguments) {
        CrashOptions options = new CrashOptions();
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            System.err.println(e.getMessage());
            return WRONG_USAGE;
        }
        if (options.help()) {
            line.usage(System.out);
            return 0;
        }
        try {
            Report report = new Report("crash");
            boolean whole = report(report, kill(options), options.marginMs());
            report.publish(options.out());
            return whole ? 0 : 1;
        } catch (TestAbortedException | IOException e) {
            System.err.println("The bench cannot run here: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private static List<Outcome> kill(CrashOptions options) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(options.atOnce())) {
            List<Future<Outcome>> running = new ArrayList<>();
            Random chance = new Random(options.seed());
            for (int number = 0; number < options.kills(); number++) {
                Random random = new Random(chance.nextLong());
                boolean opening = number % 2 == 0;
                int killedMs = chance.nextInt(EARLIEST_MS, LATEST_MS);
                running.add(pool.submit(() -> KilledTalk.run(random,
                        new Kill(opening, "loudspeaker", killedMs, false), options.marginMs())));
            }
            for (Future<Outcome> one : running) {
                Outcome outcome = outcome(one);
                outcomes.add(outcome);
                System.out.println(line(outcomes.size(), outcome, options.marginMs()));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(Future<Outcome> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TestAbortedException aborted) {
                throw aborted;
            }
            return new Outcome(0, 0, List.of(), List.of("it did not come to its end: " + e.getCause()));
        }
    }

    private static String line(int number, Outcome outcome, double marginMs) {
        List<Must> lost = lost(outcome.musts(), marginMs);
        return String.format(Locale.ROOT, "%3d  killed after %5d ms: %2d messages, %3d to be kept, %d lost%s", number,
                outcome.killedAfterMs(), outcome.messages(), outcome.musts().size(), lost.size(),
                lost.isEmpty() && outcome.faults().isEmpty() ? "" : " " + lost + " " + outcome.faults());
    }

    private static List<Must> lost(List<Must> musts, double marginMs) {
        return musts.stream().filter(must -> !must.isThere() && must.beforeMs() > marginMs).toList();
    }

    private static boolean report(Report report, List<Outcome> outcomes, double marginMs) {
        List<Must> all = outcomes.stream().flatMap(outcome -> outcome.musts().stream()).toList();
        for (Must.Kind kind : Must.Kind.values()) {
            List<Must> ofKind = all.stream().filter(must -> must.kind() == kind).toList();
            report.find(Finding.told(kind.many(), ofKind.size()));
            report.find(Finding.atMost("  lost", lost(ofKind, marginMs).size(), 0));
            report.find(Finding.told("  youngest that was there, ms before the kill", ofKind.stream()
                    .filter(Must::isThere).mapToDouble(Must::beforeMs).min().orElse(Double.NaN)));
            report.find(Finding.told("  oldest that was not, ms before the kill", ofKind.stream()
                    .filter(must -> !must.isThere()).mapToDouble(Must::beforeMs).max().orElse(Double.NaN)));
        }
        int troubled = outcomes.stream().filter(outcome -> !outcome.faults().isEmpty()).toList().size();
        report.find(Finding.told("kills", outcomes.size()));
        report.find(Finding.told("  of them with nothing said yet",
                outcomes.stream().filter(outcome -> outcome.messages() == 0).toList().size()));
        report.find(Finding.atMost("  that left a fault, or did not go on", troubled, 0));
        outcomes.forEach(outcome -> report.row(row(outcome, marginMs)));
        return troubled == 0 && lost(all, marginMs).isEmpty();
    }

    private static ObjectNode row(Outcome outcome, double marginMs) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("killed-after-ms", outcome.killedAfterMs())
                .put("messages", outcome.messages()).put("to-be-kept", outcome.musts().size())
                .put("lost", lost(outcome.musts(), marginMs).size());
        outcome.faults().forEach(row.putArray("faults")::add);
        return row;
    }
}
