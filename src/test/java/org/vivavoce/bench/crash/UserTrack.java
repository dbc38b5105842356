package org.vivavoce.bench.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.WaveFile;

/** What a user says in a conversation, as a recording for a microphone: turns of one to three sentences, and quiet for the answers. */
final class UserTrack {

    private static final int RATE = 16_000;
    private static final int TURNS = 8;
    private static final int MOST_SENTENCES = 3;
    private static final List<String> SENTENCES = List.of("We built a small bridge over the river.",
            "The queue between the two services was always too long.", "I would measure that first of all.",
            "My team wanted to keep things as simple as they were.", "Nobody had asked the people who use it.",
            "That took us more than three months in the end.");

    private UserTrack() {}

    /** Several turns; pauses within a turn are shorter or longer than what ends a piece, by chance. */
    static Path several(Random random, Path file) {
        List<WaveFile> parts = new ArrayList<>(List.of(quiet(500)));
        for (int turn = 0; turn < TURNS; turn++) {
            int sentences = 1 + random.nextInt(MOST_SENTENCES);
            for (int i = 0; i < sentences; i++) {
                parts.add(spoken(random.nextInt(SENTENCES.size())));
                parts.add(quiet(300 + random.nextInt(1500)));
            }
            parts.add(quiet(3000 + random.nextInt(4000)));
        }
        return write(parts, file);
    }

    /** One sentence. */
    static Path one(Path file) {
        return write(List.of(quiet(500), spoken(0), quiet(1000)), file);
    }

    /** One sentence, after what the partner says first. */
    static Path oneAfterOpening(Path file) {
        return write(List.of(quiet(9000), spoken(1), quiet(1000)), file);
    }

    private static Path write(List<WaveFile> parts, Path file) {
        WaveFile.join(parts).write(file);
        return file;
    }

    private static WaveFile spoken(int sentence) {
        return Speech.flite(SENTENCES.get(sentence)).at(RATE);
    }

    private static WaveFile quiet(int ms) {
        return WaveFile.silence(Duration.ofMillis(ms), RATE);
    }
}
