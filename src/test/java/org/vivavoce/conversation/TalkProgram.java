package org.vivavoce.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.vivavoce.Main;

/**
 * {@code vivavoce talk} as a process of its own, in a folder of its own, with its trace and its output being read. Used by a test's
 * thread.
 */
public final class TalkProgram implements AutoCloseable {

    /** Names the system property with the options for the program's Java, divided by spaces: those of the finished program. */
    private static final String OPTIONS = "vivavoce.talk.options";

    /** Told on a busy computer, where even the local server takes its time: no test is about that. */
    private static final String SLOWNESS = " takes its time: your server may be loading a model";

    private final Process process;
    private final TraceReader trace;
    private final OutputLines output;
    private final OutputLines errors;
    private final CompletableFuture<@org.jspecify.annotations.Nullable Void> traceEnd;

    private TalkProgram(Process process, TraceReader trace) {
        this.process = process;
        this.trace = trace;
        this.output = new OutputLines(process.inputReader(StandardCharsets.UTF_8), "talk-output");
        this.errors = new OutputLines(process.errorReader(StandardCharsets.UTF_8), "talk-errors",
                line -> !line.contains(SLOWNESS));
        this.traceEnd = process.onExit().thenRun(trace::close);
    }

    /**
     * Starts it.
     *
     * @param environment added to that of the tests: which sound server it finds
     * @param home        its working folder; the data folder and the trace are in it
     * @param arguments   after {@code talk}
     */
    public static TalkProgram start(Map<String, String> environment, Path home, List<String> arguments) {
        Path traceFile = home.resolve("trace.jsonl");
        List<String> command = new ArrayList<>();
        command.add(Path.of(property("java.home"), "bin", "java").toString());
        Arrays.stream(Objects.requireNonNullElse(System.getProperty(OPTIONS), "").split(" ", -1))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        String modulePath = System.getProperty("jdk.module.path");
        if (modulePath == null) {
            command.add("--enable-native-access=ALL-UNNAMED");
        } else {
            command.addAll(List.of("--module-path=" + modulePath, "--add-modules=javafx.controls",
                    "--enable-native-access=javafx.graphics,ALL-UNNAMED"));
        }
        command.addAll(List.of("-cp", property("java.class.path"), Main.class.getName()));
        if (!arguments.contains("--data")) {
            command.addAll(List.of("--data", home.resolve("data").toString()));
        }
        command.addAll(List.of("talk", "--trace", traceFile.toString()));
        command.addAll(arguments);
        TraceReader trace = new TraceReader(traceFile);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
            builder.environment().keySet().removeAll(List.of("OPENAI_API_KEY", "JAVA_TOOL_OPTIONS", "DISPLAY",
                    "DBUS_SESSION_BUS_ADDRESS"));
            builder.environment().putAll(environment);
            return new TalkProgram(builder.start(), trace);
        } catch (IOException e) {
            trace.close();
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name));
    }

    public TraceReader trace() {
        return trace;
    }

    OutputLines output() {
        return output;
    }

    public OutputLines errors() {
        return errors;
    }

    /** Its number with the system. */
    public long pid() {
        return process.pid();
    }

    /** Types a line. */
    public void type(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses Ctrl-C. */
    void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Kills it, as it is, when some time has passed; waits until all that it wrote is read.
     *
     * @return when, by {@link System#nanoTime()}
     */
    public long killAfter(Duration time) {
        try {
            if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the program has ended by itself: " + output.all() + errors.all());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long now = System.nanoTime();
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(30));
        return now;
    }

    /** Waits for its end and for all that it wrote; returns its exit code. */
    public int awaitExit(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the program has not ended in " + atMost.toSeconds() + " s: " + output.all()
                        + errors.all() + trace.all());
            }
            traceEnd.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        trace.close();
    }

    /** An empty folder for a program. */
    public static Path freshHome(String name) {
        try {
            Path all = Files.createDirectories(Path.of("target", "conversations", "homes"));
            return Files.createTempDirectory(all, name).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
