package org.vivavoce.audio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.vivavoce.audio.testing.ChildJvm;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.RealTime;
import org.vivavoce.audio.testing.SoundProbe;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.VirtualSoundCard;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Real javax.sound lines, in a process of its own, on a sound card made of nothing. What takes its time is done three at a time, each on a
 * card of its own.
 */
@Tag("slow")
@Isolated("its figures want the machine for themselves")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VirtualSoundTest {

    private static final Duration PIECE = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String TEXT = "When I designed the ordering service, the first question was how to keep two warehouses in step.";
    /** Longer than that takes to say. */
    private static final int HEARD_SECONDS = 9;

    @TempDir
    private static Path folder = Path.of("");

    private final VirtualSoundCard card = VirtualSoundCard.start();
    private final ExecutorService threeAtATime = Executors.newFixedThreadPool(3);
    private final Map<String, Future<?>> goes = new HashMap<>();

    /** Uses a card; what was expected of it is asserted. */
    @FunctionalInterface
    private interface Use {
        void of(VirtualSoundCard card);
    }

    private WaveFile speech = new WaveFile(new short[0], 16_000);

    @BeforeAll
    void begin() {
        speech = Speech.espeak("en", TEXT);
        begin("hear", this::hear);
        begin("echo", this::cancelEcho);
        begin("play", this::play);
        begin("silence", this::silence);
    }

    private void begin(String name, Use use) {
        goes.put(name, threeAtATime.submit(() -> {
            try (VirtualSoundCard own = VirtualSoundCard.start()) {
                RealTime.test(() -> use.of(own));
            }
        }));
    }

    private void passes(String name) throws Exception {
        try {
            Objects.requireNonNull(goes.get(name)).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException aborted -> throw aborted;
                case null, default -> throw e;
            }
        }
    }

    @AfterAll
    void stop() {
        threeAtATime.close();
        card.close();
    }

    @Test
    void devicesAreNamedAndAMissingOneIsToldInASentence() {
        try (ChildJvm probe = probe(card.environment(), "devices")) {
            assertTrue(probe.awaitLine("microphones").contains("default"));
            assertTrue(probe.awaitLine("loudspeakers").contains("default"));
            assertEquals(
                    "The microphone \"no such device\" is not connected: plug it in, or choose another in the settings.",
                    probe.awaitLine("missing"));
            assertEquals("opened", probe.awaitLine("default"));
        }
    }

    @Test
    void withoutASoundSystemNothingIsListedAndOpeningIsToldInASentence() {
        Map<String, String> nothing = Map.of("ALSA_CONFIG_PATH", "/dev/null", "PULSE_SERVER", "unix:/nonexistent");
        try (ChildJvm probe = probe(nothing, "devices")) {
            assertEquals("[]", probe.awaitLine("microphones"));
            assertEquals("[]", probe.awaitLine("loudspeakers"));
            probe.awaitLine("missing");
            assertEquals("This computer has no loudspeaker: plug one in, or check the system's sound settings.",
                    probe.awaitLine("default"));
        }
    }

    @Test
    void whatIsSaidIntoTheMicrophoneIsHeard() throws Exception {
        passes("hear");
    }

    private void hear(VirtualSoundCard card) {
        Path file = folder.resolve("speech.wav");
        speech.write(file);
        Path heard = folder.resolve("heard.wav");
        try (ChildJvm probe = probe(card.environment(), "hear", heard.toString(),
                String.valueOf(HEARD_SECONDS))) {
            probe.awaitLine("ready");
            card.play(file).await();
            String cpu = probe.awaitLine("cpu");
            String overruns = probe.awaitLine("overruns");
            probe.awaitLine("done");
            double likeness = Correlation.inPieces(speech, WaveFile.read(heard), PIECE);
            figures(Map.of("likeness", String.valueOf(likeness), "capture thread, % of a core", cpu,
                    "overruns", overruns));
            assertEquals("0", overruns);
            assertTrue(likeness > 0.9, () -> "likeness " + likeness);
            assertEquals("", probe.rest());
            assertEquals(0, probe.await(LIMIT));
        }
    }

    @Test
    void whatIsPlayedIsHeardWhole() throws Exception {
        passes("play");
    }

    private void play(VirtualSoundCard card) {
        Path file = folder.resolve("reply.wav");
        speech.at(Sound.PLAYBACK_RATE).write(file);
        VirtualSoundCard.Recording recording = card.record(folder.resolve("recorded.wav"));
        try (ChildJvm probe = probe(card.environment(), "say", file.toString())) {
            String played = probe.awaitLine("played");
            String cpu = probe.awaitLine("cpu");
            probe.awaitLine("done");
            assertEquals(0, probe.await(LIMIT));
            WaveFile recorded = recording.stop();
            double likeness = Correlation.inPieces(speech, recorded, PIECE);
            double seconds = sounding(recorded);
            figures(
                    Map.of("likeness", String.valueOf(likeness), "seconds", seconds + " of " + sounding(speech),
                            "playback thread, % of a core", cpu));
            String[] counts = played.split(" of ", 2);
            assertEquals(counts[1], counts[0]);
            assertTrue(likeness > 0.9, () -> "likeness " + likeness);
            assertTrue(seconds > sounding(speech) - 0.1, () -> "heard for " + seconds + " s");
        }
    }

    @Test
    void silenceIsHeardSoon() throws Exception {
        passes("silence");
    }

    private void silence(VirtualSoundCard card) {
        Path file = folder.resolve("long.wav");
        Tones.noise(Sound.PLAYBACK_RATE, -20, Duration.ofSeconds(6)).write(file); // speech has pauses of its own
        card.echo(0, Duration.ofMillis(10));
        try (ChildJvm probe = probe(card.environment(), "silence", file.toString(), "2000")) {
            String last = probe.awaitLine("last-heard");
            String call = probe.awaitLine("call");
            String freed = probe.awaitLine("write-freed");
            String played = probe.awaitLine("played-ms");
            String again = probe.awaitLine("sounds-again");
            figures(Map.of("last heard after silence(), ms, with the way through the microphone", last,
                    "silence() took, ms", call,
                    "write returned after, ms", freed, "played, ms", played));
            assertTrue(Double.parseDouble(last) < 250, () -> "still heard after " + last + " ms");
            assertEquals(2000, Double.parseDouble(played), 250);
            assertEquals(String.valueOf(Sound.PLAYBACK_RATE / 2), again);
            probe.awaitLine("done");
        } finally {
            card.noEcho();
        }
    }

    @Test
    void thePartnersEchoIsCancelled() throws Exception {
        passes("echo");
    }

    private void cancelEcho(VirtualSoundCard card) {
        Path file = folder.resolve("partner.wav");
        Path raw = folder.resolve("raw.wav");
        Path clean = folder.resolve("clean.wav");
        speech.at(Sound.PLAYBACK_RATE).write(file);
        card.echo(12, Duration.ofMillis(100));
        try (ChildJvm probe = probe(card.environment(), "echo", file.toString(), raw.toString(), clean.toString())) {
            assertEquals("true", probe.awaitLine("cancels"));
            String cpu = probe.awaitLine("cpu");
            probe.awaitLine("done");
            Duration begin = Loudness.firstAudible(WaveFile.read(raw), -45).orElseThrow();
            double first = reduction(raw, clean, begin, begin.plusSeconds(1));
            double rest = reduction(raw, clean, begin.plusSeconds(1), begin.plusSeconds(10));
            figures(Map.of("echo reduced in the first second, dB", String.valueOf(first), "after it, dB",
                    String.valueOf(rest),
                    "capture thread, % of a core", cpu));
            assertTrue(rest >= 15, () -> "echo reduced by " + rest + " dB");
        } finally {
            card.noEcho();
        }
    }

    /** For the reader of the test's output: figures depend on the machine, so they are told, not asserted. */
    private static void figures(Map<String, String> figures) {
        new TreeMap<>(figures).forEach((what, value) -> System.out.println(what + ": " + value));
    }

    private static ChildJvm probe(Map<String, String> environment, String... arguments) {
        return ChildJvm.start(environment, SoundProbe.class, arguments);
    }

    private static double reduction(Path raw, Path clean, Duration from, Duration to) {
        return Loudness.dbfs(WaveFile.read(raw).part(from, to)) - Loudness.dbfs(WaveFile.read(clean).part(from, to));
    }

    /** Seconds from the first to the last audible sample. */
    private static double sounding(WaveFile file) {
        Duration first = Loudness.firstAudible(file, -45).orElseThrow();
        return Loudness.lastAudible(file, -45).orElseThrow().minus(first).toMillis() / 1000.0;
    }
}
