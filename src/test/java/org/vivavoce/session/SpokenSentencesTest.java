package org.vivavoce.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Sentences in twelve languages as espeak-ng speaks them, a third of them with an uneven pace and a third with longer pauses beside.
 * A line of the file: language, text, where each word ends ({@code character:frame}, told by the voice itself), and the level of each
 * 10 ms ({@code '#'} for −100 dBFS, two decibels a character).
 */
class SpokenSentencesTest {

    private static final int INTERRUPTIONS = 50;

    private record Spoken(String text, int[] characters, int[] frames, SpeechLevels levels) {

        static Spoken of(String line) {
            String[] parts = line.split("\t", -1);
            int[][] ends = Arrays.stream(parts[2].split(" ", -1))
                    .map(end -> Arrays.stream(end.split(":", -1)).mapToInt(Integer::parseInt).toArray())
                    .toArray(int[][]::new);
            byte[] dbfs = new byte[parts[3].length()];
            for (int i = 0; i < dbfs.length; i++) {
                dbfs[i] = (byte) ((parts[3].charAt(i) - '#') * 2 - 100);
            }
            return new Spoken(parts[1], Arrays.stream(ends).mapToInt(end -> end[0]).toArray(),
                    Arrays.stream(ends).mapToInt(end -> end[1]).toArray(), new SpeechLevels(dbfs));
        }

        /** How many words more are taken for heard than have sounded. */
        int wordsOff(int frame) {
            long samples = (long) (frame + 1) * SpeechLevels.FRAME_SAMPLES - 1;
            int heard = new HeardText(List.of(text), new HeardSentences(List.of(new HeardSentences.Sentence(samples,
                    (long) length() * SpeechLevels.FRAME_SAMPLES, true, levels)))).text(0).length();
            int words = (int) Arrays.stream(characters).filter(end -> end <= heard).count();
            return words - (int) Arrays.stream(frames).filter(end -> end <= frame).count();
        }

        int length() {
            return levels.dbfs().length;
        }
    }

    private final List<Spoken> sentences = read();

    private static List<Spoken> read() {
        InputStream file = Objects
                .requireNonNull(SpokenSentencesTest.class.getResourceAsStream("/spoken-sentences.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().map(Spoken::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void inFiftyInterruptionsTheHistoryIsWrongByAWordAtMost() {
        Random random = new Random(50);
        for (int i = 0; i < INTERRUPTIONS; i++) {
            Spoken sentence = sentences.get(i % sentences.size());
            int frame = random.nextInt(sentence.length());
            int off = sentence.wordsOff(frame);
            assertTrue(Math.abs(off) <= 1, () -> off + " words off at " + frame + ": " + sentence.text());
        }
    }

    @Test
    void atOneMomentInAHundredItMayBeWrongByMore() {
        int moments = 0;
        int wrong = 0;
        long sum = 0;
        for (Spoken sentence : sentences) {
            for (int frame = 0; frame < sentence.length(); frame += 5) {
                int off = sentence.wordsOff(frame);
                moments++;
                wrong += Math.abs(off) > 1 ? 1 : 0;
                sum += off;
            }
        }
        assertTrue(wrong <= moments / 100, wrong + " of " + moments);
        assertEquals(0, (double) sum / moments, 0.2, "neither early nor late on the whole");
    }
}
