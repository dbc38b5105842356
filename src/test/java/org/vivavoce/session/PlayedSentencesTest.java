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
        played.add(0, 500);
        played.complete(0);
        played.writing(0, 500);
        played.add(1, 800);
        played.writing(1, 300);

        assertEquals(List.of(new HeardSentences.Sentence(500, 500, true), new HeardSentences.Sentence(150, 800, false)),
                played.heard(1650).sentences());
        assertEquals(new HeardSentences.Sentence(300, 800, false), played.heard(9999).sentences().getLast());
    }

    @Test
    void anotherLoudspeakerCountsAnew() {
        played.countFrom(0);
        played.add(0, 500);
        played.writing(0, 400);
        played.countFrom(0);
        played.add(1, 500);
        played.writing(1, 500);

        assertEquals(List.of(new HeardSentences.Sentence(0, 500, false), new HeardSentences.Sentence(200, 500, false)),
                played.heard(200).sentences());
    }

    @Test
    void aSentenceBeginsOnce() {
        assertTrue(played.begins(0));
        assertFalse(played.begins(0));
        assertTrue(played.begins(1));
        assertEquals(1, played.last());
    }
}
