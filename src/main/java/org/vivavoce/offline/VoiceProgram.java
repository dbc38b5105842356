package org.vivavoce.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a program of the system that makes speech: the text goes in through its standard input, never through the command line or a
 * shell, and the sound comes out of its standard output. The program never outlives the call. Any thread.
 */
final class VoiceProgram {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Duration timeout;

    /**
     * @param command     the program and its fixed arguments
     * @param environment what is added to the environment
     * @param timeout     after which it is destroyed
     */
    VoiceProgram(List<String> command, Map<String, String> environment, Duration timeout) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.timeout = timeout;
    }

    /** Reads what the program writes. */
    @FunctionalInterface
    interface OutputReader {
        void read(InputStream output) throws VoiceException, IOException;
    }

    /**
     * Runs the program to its end.
     *
     * @param input bytes for its standard input
     * @throws VoiceException when it cannot be started, takes too long or fails
     * @throws IOException    from the reader; the program is destroyed
     */
    void run(byte[] input, OutputReader reader) throws VoiceException, IOException {
        Process process = start();
        CompletableFuture<Boolean> guard = new CompletableFuture<>();
        // The guard itself has failed before the program is destroyed; what comes after it need not have.
        CompletableFuture<Boolean> _ = guard.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> {
                    if (failure instanceof TimeoutException) {
                        process.destroyForcibly(); // ends the blocked read below
                    }
                });
        try {
            write(process, input);
            reader.read(process.getInputStream());
            int status = process.waitFor();
            if (guard.isCompletedExceptionally()) {
                throw tooLong();
            }
            if (status != 0) {
                throw new VoiceException("The voice program " + name() + " failed with status " + status + ".");
            }
        } catch (IOException | VoiceException e) {
            if (guard.isCompletedExceptionally()) {
                throw tooLong();
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VoiceException("The voice was interrupted.");
        } finally {
            guard.complete(true);
            process.destroyForcibly();
            process.getInputStream().close();
        }
    }

    private Process start() throws VoiceException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new VoiceException("The voice program " + name() + " cannot be started.");
        }
    }

    private static void write(Process process, byte[] input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // It ended before it had read all: its status tells why.
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    private VoiceException tooLong() {
        return new VoiceException(
                "The voice program " + name() + " took longer than " + timeout.toSeconds() + " seconds.");
    }

    private String name() {
        String program = command.getFirst();
        return program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    }
}
