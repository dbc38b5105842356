package org.vivavoce.conversation;

import java.nio.file.Path;
import java.time.Duration;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.WaveFile;

/**
 * Something the user says.
 *
 * @param text  the words
 * @param sound as they sound, silence around them included
 * @param file  the sound as a file
 */
public record Utterance(String text, WaveFile sound, Path file) {

    /** Quieter than this is no speech. */
    public static final double AUDIBLE_DBFS = -50;

    /**
     * The quiet before a user begins: by then a reply's last echo has faded and the microphone has run for longer than the pre-roll is, and
     * how soon a test read that the user may speak does not matter.
     */
    public static final Duration QUIET = Duration.ofMillis(600);

    private static final Path KEPT = Path.of("target", "conversations", "utterances");

    /** English, after a quiet moment. */
    static Utterance english(String text) {
        return after(QUIET, text);
    }

    /** English, after some silence. */
    static Utterance after(Duration silence, String text) {
        return of(text, Speech.flite(text).padded(silence, Duration.ofMillis(100)),
                "en-" + silence.toMillis() + "-" + text.hashCode());
    }

    /** Another language, after a quiet moment. */
    static Utterance in(String language, String text) {
        return of(text, Speech.espeak(language, text).padded(QUIET, Duration.ofMillis(100)),
                language + "-" + text.hashCode());
    }

    private static Utterance of(String text, WaveFile sound, String name) {
        Path file = KEPT.resolve(name + "-" + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId()
                + ".wav");
        sound.write(file);
        return new Utterance(text, sound, file.toAbsolutePath());
    }

    /** The speech alone. */
    WaveFile speech() {
        return sound.part(begins(), ends());
    }

    /** When in the sound the speech begins. */
    Duration begins() {
        return Loudness.firstAudible(sound, AUDIBLE_DBFS).orElseThrow();
    }

    /** When in the sound the speech ends. */
    Duration ends() {
        return Loudness.lastAudible(sound, AUDIBLE_DBFS).orElseThrow();
    }

    @Override
    public String toString() {
        return text;
    }
}
