package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.SpokenWords;

/** A made-up voice for tests: each word is 0.3 s of its own noise, with a tenth of a second after it. Functions without state. */
final class WordVoice {

    static final double WORD_MS = 300;
    static final double PAUSE_MS = 100;

    private static final int RATE = SpokenWords.SERVER_RATE;

    private WordVoice() {}

    static short[] speak(String text) {
        return sound(text).samples();
    }

    static List<Duration> wordStarts(String text) {
        return IntStream.range(0, text.split(" ", -1).length)
                .mapToObj(word -> Duration.ofMillis(Math.round(word * (WORD_MS + PAUSE_MS)))).toList();
    }

    static WaveFile sound(String text) {
        List<WaveFile> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            Random random = new Random(word.hashCode());
            short[] samples = new short[(int) (RATE * (WORD_MS + PAUSE_MS) / 1000)];
            double low = 0;
            for (int i = 0; i < RATE * WORD_MS / 1000; i++) {
                low += 0.3 * (random.nextGaussian() - low); // mostly below 4 kHz, as speech is
                samples[i] = (short) Math.clamp(Math.round(9000 * low), Short.MIN_VALUE, Short.MAX_VALUE);
            }
            words.add(new WaveFile(samples, RATE));
        }
        return WaveFile.join(words);
    }
}
