package org.vivavoce.bench.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Recorder;

/**
 * Something to be said into the microphone: phrases with pauses between them.
 *
 * @param phrases in this order
 * @param length  from the first sound to the last
 * @param file    the sound, with a quiet moment before it
 */
record Spoken(List<Phrase> phrases, Duration length, Path file) {

    private static final Path FOLDER = Path.of("target", "bench", "spoken");
    private static final Duration AFTER = Duration.ofMillis(100);

    Spoken {
        phrases = List.copyOf(phrases);
    }

    /**
     * Composes it.
     *
     * @param quiet  before the first phrase
     * @param pauses one fewer than phrases
     */
    static Spoken of(String name, Duration quiet, List<Phrase> phrases, List<Duration> pauses) {
        if (pauses.size() != phrases.size() - 1) {
            throw new IllegalArgumentException(phrases.size() + " phrases with " + pauses.size() + " pauses");
        }
        List<WaveFile> parts = new ArrayList<>(List.of(phrases.getFirst().sound()));
        for (int i = 0; i < pauses.size(); i++) {
            parts.add(WaveFile.silence(pauses.get(i), Recorder.RATE));
            parts.add(phrases.get(i + 1).sound());
        }
        WaveFile whole = WaveFile.join(parts);
        Path file = FOLDER.resolve(name + ".wav");
        whole.padded(quiet, AFTER).write(file);
        return new Spoken(phrases, whole.duration(), file.toAbsolutePath());
    }

    /** The words. */
    String text() {
        return phrases.stream().map(Phrase::text).collect(Collectors.joining(" "));
    }
}
