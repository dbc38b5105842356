package org.vivavoce.bench.hearing;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is asked of a bench of hearing on the command line. Filled by picocli. */
@Command(sortOptions = false)
final class HearingOptions {

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    @Option(names = "--quick", description = "A part of it, in a tenth of the time.")
    private boolean quick;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all that is left to chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the figures go (default: target/bench/NAME.json).")
    private @Nullable Path out;

    boolean help() {
        return help;
    }

    boolean quick() {
        return quick;
    }

    long seed() {
        return seed;
    }

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }
}
