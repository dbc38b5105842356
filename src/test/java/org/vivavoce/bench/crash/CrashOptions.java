package org.vivavoce.bench.crash;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is asked of the bench on the command line. Filled by picocli. */
@Command(name = "crash", sortOptions = false, description = "Kills the program in spoken conversations and looks at what is left.")
final class CrashOptions {

    private static final int USUAL_KILLS = 50;
    private static final int USUAL_MARGIN_MS = 250;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "This text.")
    private boolean help;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "50", description = "How often (default: ${DEFAULT-VALUE}).")
    private int kills = USUAL_KILLS;

    @Option(names = "--at-once", paramLabel = "N", defaultValue = "1", description = "How many conversations at a time (default: ${DEFAULT-VALUE}).")
    private int atOnce = 1;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all that is left to chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--margin", paramLabel = "MS", defaultValue = "250", description = "What came to be so shortly before a kill may be lost (default: ${DEFAULT-VALUE}).")
    private int marginMs = USUAL_MARGIN_MS;

    @Option(names = "--out", paramLabel = "FILE", defaultValue = "target/bench/crash.json", description = "Where the figures go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench", "crash.json");

    boolean help() {
        return help;
    }

    int kills() {
        return kills;
    }

    int atOnce() {
        return Math.max(1, atOnce);
    }

    long seed() {
        return seed;
    }

    int marginMs() {
        return marginMs;
    }

    Path out() {
        return out;
    }
}
