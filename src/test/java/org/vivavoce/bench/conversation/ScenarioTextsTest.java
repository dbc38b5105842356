package org.vivavoce.bench.conversation;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.testing.Edges;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Utterance;
import org.vivavoce.practice.ModeCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScenarioTextsTest {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Texts texts = new Texts();

    @Test
    void turnsAreAsLongAsTheyAreMeantToBe() {
        try (Desk desk = new Desk(1)) {
            for (Texts.Speaker speaker : texts.turns()) {
                Spoken spoken = desk.withSentencePauses("test-turn", speaker.sentences().stream()
                        .map(sentence -> Phrase.spoken(speaker.voice(), sentence)).toList());
                double seconds = spoken.length().toMillis() / 1000.0;
                assertTrue(seconds >= 6 && seconds <= 10.5, () -> seconds + " s: " + spoken.text());
            }
        }
    }

    @Test
    void whatIsSaidLiesInItsFileAfterTheQuiet() {
        try (Desk desk = new Desk(1)) {
            Spoken spoken = desk.one("test-one", "I like my work.");
            WaveFile file = WaveFile.read(spoken.file());
            assertEquals(Utterance.QUIET.toNanos() / 1e6,
                    Edges.onset(file, Utterance.AUDIBLE_DBFS).orElseThrow().toNanos() / 1e6, 3);
            assertEquals(-18, Loudness.dbfs(spoken.phrases().getFirst().sound()), 0.5);
        }
    }

    @Test
    void everyReplyFitsIntoTheTokensOfTheMode() {
        int most = ModeCatalog.builtIn().find("chat").orElseThrow().maxTokens() * CHARACTERS_PER_TOKEN;
        for (String list : List.of("replies", "varied_replies", "long_replies", "tiny_replies")) {
            texts.list(list).forEach(reply -> assertTrue(reply.length() <= most, () -> "too long: " + reply));
        }
    }

    @Test
    void thereAreUnfinishedSentencesInFourLanguages() {
        for (String language : List.of("en", "de", "es", "fr")) {
            texts.unfinished(language).forEach(pair -> {
                assertEquals(2, pair.size());
                assertTrue(Character.isLetter(pair.getFirst().charAt(pair.getFirst().length() - 1)),
                        () -> "finished: " + pair);
            });
        }
        assertEquals(40, texts.unfinished("en").size());
    }

    @Test
    void coughsAndKeyClicksAreShort() {
        for (int seed = 0; seed < 10; seed++) {
            assertTrue(Noises.cough(new Random(seed)).seconds() < 1);
            assertTrue(Noises.keyClicks(new Random(seed)).seconds() < 2.5);
        }
    }

    @Test
    void scenariosAreChosenByTheirOptions() {
        BenchOptions options = new BenchOptions();
        new picocli.CommandLine(options).parseArgs("pauses", "cough", "--languages", "en,es");
        assertEquals(List.of("pauses", "cough"), List.copyOf(options.scenarios().keySet()));
        BenchOptions presets = new BenchOptions();
        new picocli.CommandLine(presets).parseArgs("presets", "--turns", "3", "--out", "target/bench/presets.json");
        assertEquals(List.of("presets"), List.copyOf(presets.scenarios().keySet()));
        assertEquals(Path.of("target", "bench", "presets.json"), presets.out());
        assertEquals(List.of("gap"), List.copyOf(new BenchOptions().scenarios().keySet()));
    }

    @Test
    void theSumOfAHistogramAndTheThreadsOfAProcessAreRead() {
        assertEquals(1_234_567,
                ProcessFigures.heapBytes(" num     #instances\n   1:   10   20  x\nTotal      4321        1234567\n"));
        assertEquals(27, ProcessFigures.threads("Name:\tjava\nThreads:\t27\n"));
    }
}
