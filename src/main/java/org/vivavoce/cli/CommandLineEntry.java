package org.vivavoce.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.app.SystemProperty;
import picocli.CommandLine;

/** Runs the command line; runs on the main thread. */
public final class CommandLineEntry {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineEntry.class);

    private CommandLineEntry() {}

    /** Parses, calls, prints, and returns the exit code: 0 done, 1 failed, 2 wrong usage. */
    public static int run(String[] args) {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // the built-in partner's small chunks must not wait for Nagle
        if (SystemProperty.of("native.encoding").startsWith("ANSI_X3.4")) { // no locale is set: terminals read UTF-8 all the same
            System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        }
        CommandLine line = new CommandLine(new VivaVoceCommand());
        line.setParameterExceptionHandler((failure, given) -> {
            System.err.println(failure.getMessage() + " (--help shows the options)");
            return ExitCodes.WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            StackTraceElement[] trace = failure.getStackTrace();
            LOG.error("{} at {}", failure.getClass().getName(), trace.length > 0 ? trace[0] : "?");
            System.err.println("Something went wrong that should not have: see logs/vivavoce.log in the data folder.");
            return ExitCodes.FAILED;
        });
        return line.execute(args);
    }
}
