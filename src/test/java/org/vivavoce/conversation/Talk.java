package org.vivavoce.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vivavoce.audio.testing.VirtualSoundCard;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;
import org.vivavoce.settings.SettingsFile;

/**
 * A conversation with the real program: a sound card, a server and the program of its own, both sides recorded. A test's thread drives
 * it.
 */
public final class Talk implements AutoCloseable {

    /** How long a conversation may go on being read after its last turn. */
    static final Duration END_LIMIT = Duration.ofSeconds(30);

    /**
     * One program starts at a time: six that start at once leave one another so little of the processor that the first ones hear and
     * speak in jerks for ten seconds, which no user's computer does.
     */
    private static final Lock STARTING = new ReentrantLock();

    private final VirtualSoundCard card;
    private final @Nullable LocalOpenAi server;
    private final Stalls stalls = new Stalls();
    private final TalkProgram program;
    private final Recorder loudspeaker;
    private final Recorder microphone;
    private final Path home;
    private boolean cardThere = true;

    private Talk(VirtualSoundCard card, @Nullable LocalOpenAi server, List<String> arguments, Path home) {
        this.card = card;
        this.server = server;
        this.home = home;
        this.loudspeaker = Recorder.loudspeaker(card);
        this.microphone = Recorder.microphone(card);
        STARTING.lock();
        try {
            this.program = TalkProgram.start(card.environment(), home, arguments);
            program.trace().await("loudspeaker", 1);
        } finally {
            STARTING.unlock();
        }
    }

    /**
     * With the local server, whose address is added to the arguments; the built-in partner keeps its own. Skips the test where no virtual
     * sound card can be started.
     */
    public static Talk withServer(LocalOpenAi server, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--service")) {
            all.addAll(List.of("--service", ServicePresets.LOCAL));
        }
        if (!all.contains(ServicePresets.OFFLINE)) {
            all.addAll(List.of("--base-url", server.baseUrl()));
        }
        return new Talk(VirtualSoundCard.start(), server, all, TalkProgram.freshHome("talk"));
    }

    /** With the local server, where the arguments or the settings name it. There is a key, for services that ask for one. */
    static Talk asSet(LocalOpenAi server, Settings settings, String... arguments) {
        Path home = TalkProgram.freshHome("talk");
        writeSettings(home.resolve("data"), settings);
        return new Talk(VirtualSoundCard.start(), server, List.of(arguments), home);
    }

    /** Writes settings into a data folder, and a key: any will do, for the local server asks for none and the program for one. */
    public static void writeSettings(Path data, Settings settings) {
        try {
            new SettingsFile(Files.createDirectories(data).resolve("settings.toml")).save(settings);
            Files.writeString(data.resolve("keys"), ServicePresets.OPENAI + "='none'\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the built-in partner. */
    static Talk withBuiltInPartner(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--service", ServicePresets.OFFLINE));
        return new Talk(VirtualSoundCard.start(), null, all, TalkProgram.freshHome("talk"));
    }

    /** A server on any free port. */
    public static LocalOpenAi newServer() {
        try {
            LocalOpenAi server = new LocalOpenAi();
            server.script().answerRepeatedRequestsAlike();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public VirtualSoundCard card() {
        return card;
    }

    public TalkProgram program() {
        return program;
    }

    public TraceReader trace() {
        return program.trace();
    }

    /** How often this computer stood still since the conversation began. */
    long stalls() {
        return stalls.count();
    }

    /** The lines of the program's log. */
    List<String> log() {
        try {
            return Files.readAllLines(home.resolve("data").resolve("logs").resolve("vivavoce.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something and waits until it has been said. */
    void say(Utterance utterance) {
        card.play(utterance.file()).await();
    }

    /** What the loudspeaker sounded between two times, by {@link System#nanoTime()}; waits until it is recorded. */
    public Take heard(long fromNanos, long toNanos) {
        return loudspeaker.part(fromNanos, toNanos);
    }

    /** What the microphone heard between two times, by {@link System#nanoTime()}; waits until it is recorded. */
    public Take said(long fromNanos, long toNanos) {
        return microphone.part(fromNanos, toNanos);
    }

    /** The loudspeaker's recording; ends it. */
    Take heard() {
        return loudspeaker.stop();
    }

    /** The microphone's recording; ends it. */
    Take said() {
        return microphone.stop();
    }

    /** A command of the sound server. */
    static void pactl(Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("pactl failed: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the sound server away. */
    void closeCard() {
        if (cardThere) {
            cardThere = false;
            card.close();
        }
    }

    /** With {@code -Dvivavoce.keep=true} both recordings stay beside the trace, for who looks into a failure. */
    private void keep(Take take, String name) {
        if (Boolean.getBoolean("vivavoce.keep")) {
            take.sound().write(home.resolve(name));
        }
    }

    @Override
    public void close() {
        stalls.close();
        program.close();
        keep(loudspeaker.stop(), "loudspeaker.wav");
        keep(microphone.stop(), "microphone.wav");
        if (server != null) {
            server.close();
        }
        closeCard();
    }
}
