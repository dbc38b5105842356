package org.vivavoce.audio.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Java process of its own with the class path of the tests, for what must be set before a process begins (which sound server it
 * uses). Its standard output is read line by line by the test's thread.
 */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final Path errors;
    private final BufferedReader output;

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a main class; the environment is added to this process's own. */
    public static ChildJvm start(Map<String, String> environment, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(property("java.home"), "bin", "java").toString(),
                        "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp", property("java.class.path"),
                        main.getName()));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("child-jvm", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            return new ChildJvm(builder.start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name));
    }

    /** Waits for the next line that begins so, and returns the rest of it. */
    public String awaitLine(String beginning) {
        try {
            String line = output.readLine();
            while (line != null && !line.startsWith(beginning)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the process ended without saying \"" + beginning + "\": " + errors());
            }
            return line.substring(beginning.length()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line to its standard input. */
    public void send(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for it to end its standard output, and returns what it still wrote there. */
    public String rest() {
        return output.lines().collect(Collectors.joining("\n"));
    }

    /** Waits for its end. */
    public int await(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "the process has not ended in " + atMost.toSeconds() + " s: " + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What it wrote to standard error. */
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
