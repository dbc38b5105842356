package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlayedSentencesTest {

    private final PlayedSentences played = new PlayedSentences();

    @Test
    void whatSoundedIsSharedOutInOrder() {
        played.countFrom(1000);
        played.add(0, new short[500]);
        played.complete(0);
        played.writing(0, 500);
        played.add(1, new short[800]);
        played.writing(1, 300);

        assertEquals(List.of(500L, 150L), heard(1650));
        assertEquals(List.of(500L, 300L), heard(9999));
        HeardSentences.Sentence first = played.heard(1650).sentences().getFirst();
        assertTrue(first.complete() && first.totalSamples() == 500);
        HeardSentences.Sentence second = played.heard(1650).sentences().getLast();
        assertTrue(!second.complete() && second.totalSamples() == 800);
    }

    @Test
    void anotherLoudspeakerCountsAnew() {
        played.countFrom(0);
        played.add(0, new short[500]);
        played.writing(0, 400);
        played.countFrom(0);
        played.add(1, new short[500]);
        played.writing(1, 500);

        assertEquals(List.of(0L, 200L), heard(200));
    }

    @Test
    void whatWasHeardStaysHeardWhileTheLoudspeakerIsSilent() {
        played.countFrom(0);
        played.add(0, new short[1000]);
        played.writing(0, 900);
        played.stop(700);

        assertEquals(List.of(700L), heard(0));
        assertEquals(List.of(700L), heard(5000));
    }

    @Test
    void whatIsHeardTwiceCountsOnce() {
        played.countFrom(0);
        played.add(0, new short[1000]);
        played.writing(0, 900);
        played.stop(700);
        played.beginAnew(0, 400);
        played.countFrom(700);
        played.writing(0, 600);

        assertEquals(List.of(700L), heard(800), "at 500 again");
        assertEquals(List.of(700L), heard(1000), "at 700 again");
        assertEquals(List.of(950L), heard(1250), "further than before");
    }

    @Test
    void aClauseMayBeginAnewMoreThanOnce() {
        played.countFrom(0);
        played.add(0, new short[1000]);
        played.writing(0, 900);
        played.stop(700);
        played.beginAnew(0, 400);
        played.countFrom(700);
        played.writing(0, 500);
        played.stop(900);
        played.beginAnew(0, 400);
        played.countFrom(900);
        played.writing(0, 350);
        played.add(1, new short[800]);
        played.writing(1, 100);

        assertEquals(List.of(700L, 0L), heard(1000));
        assertEquals(List.of(750L, 50L), heard(1300));
    }

    @Test
    void aSentenceBeginsOnce() {
        assertTrue(played.begins(0));
        assertFalse(played.begins(0));
        assertTrue(played.begins(1));
        assertEquals(1, played.last());
    }

    private List<Long> heard(long playedSamples) {
        return played.heard(playedSamples).sentences().stream().map(HeardSentences.Sentence::playedSamples).toList();
    }
}
