package org.vivavoce.audio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A microphone and a loudspeaker made of nothing: a private PulseAudio that plays a file into the one and records the other. Used by a
 * test's thread; a program under test finds it by {@link #environment()}, so it must be a process of its own ({@link ChildJvm}).
 */
public final class VirtualSoundCard implements AutoCloseable {

    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

    private final Path home;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /** A file on its way into the microphone. */
    public static final class Playing {
        private final Process process;

        private Playing(Process process) {
            this.process = process;
        }

        /** Waits for its end. */
        public void await() {
            finish(process, "playing");
        }

        /** Breaks it off. */
        public void stop() {
            process.destroy();
        }
    }

    /** A recording under way. */
    public static final class Recording {
        private final Process process;
        private final Path file;

        private Recording(Process process, Path file) {
            this.process = process;
            this.file = file;
        }

        /** Ends it and returns what was recorded. */
        public WaveFile stop() {
            process.destroy();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return WaveFile.read(file);
        }
    }

    private VirtualSoundCard(Path home) {
        this.home = home;
        this.folder = home.resolve("card");
    }

    /** Starts one, or skips the test with the reason where it cannot be started. */
    public static VirtualSoundCard start(String... options) {
        Programs.assumeInstalled("bash", "pulseaudio", "pactl", "parec", "paplay");
        try {
            VirtualSoundCard card = new VirtualSoundCard(Files.createTempDirectory("virtual-sound"));
            List<String> words = new ArrayList<>(List.of("start"));
            words.addAll(List.of(options));
            String failure = card.tryRun(words.toArray(String[]::new));
            Assumptions.assumeTrue(failure.isEmpty(), () -> "no virtual sound card can be started: " + failure);
            card.environment.putAll(card.readEnvironment());
            return card;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program under test needs in its environment to find this card. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Begins to play a file into the microphone. */
    public Playing play(Path file) {
        return new Playing(launch("play", file.toString()));
    }

    /** Begins to record what the loudspeaker sounds. */
    public Recording record(Path file) {
        return recording("record", file);
    }

    /** Begins to record what the microphone hears. */
    public Recording recordMicrophone(Path file) {
        return recording("record-mic", file);
    }

    /** Lets the microphone hear the loudspeaker. */
    public void echo(int attenuationDb, Duration delay) {
        run("echo", String.valueOf(attenuationDb), String.valueOf(delay.toMillis()));
    }

    /** Separates them again. */
    public void noEcho() {
        run("no-echo");
    }

    @Override
    public void close() {
        run("stop");
        try {
            Files.deleteIfExists(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Recording recording(String command, Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process process = launch(command, file.toString());
        // the recorder writes the file's header as soon as its stream is open
        while (process.isAlive() && (!Files.exists(file) || file.toFile().length() == 0)) {
            Thread.onSpinWait();
        }
        return new Recording(process, file);
    }

    private Map<String, String> readEnvironment() {
        Map<String, String> read = new HashMap<>();
        Process process = launch("env");
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] parts = line.substring("export ".length()).split("=", 2);
            read.put(parts[0], parts[1]);
        });
        return read;
    }

    private void run(String... words) {
        String failure = tryRun(words);
        if (!failure.isEmpty()) {
            throw new IllegalStateException("virtual sound card, " + words[0] + ": " + failure);
        }
    }

    /** Returns what went wrong; empty where nothing did. */
    private String tryRun(String... words) {
        Process process = launch(words);
        try {
            if (!process.waitFor(COMMAND_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return "it did not answer";
            }
            if (process.exitValue() == 0) {
                return "";
            }
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? "exit code " + process.exitValue() : said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch(String... words) {
        List<String> command = new ArrayList<>(List.of("bash", script().toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("VIRTUAL_SOUND_DIR", folder.toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void finish(Process process, String what) {
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(what + " failed with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path script() {
        URL script = VirtualSoundCard.class.getResource("/virtual-sound.sh");
        if (script == null) {
            throw new IllegalStateException("virtual-sound.sh is missing from the test resources");
        }
        try {
            return Path.of(script.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
