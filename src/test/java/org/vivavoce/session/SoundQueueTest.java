package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.ReplyAudio.Item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SoundQueueTest {

    private final SoundQueue queue = new SoundQueue();

    @Test
    void whatIsAddedComesInItsOrder() {
        add(0, 100);
        add(0, 50);
        add(1, 70);
        assertFalse(queue.holdsEnd());
        add(ReplyAudio.END, 0);

        assertTrue(queue.holdsEnd());
        assertEquals(List.of("0: 100", "0: 50", "1: 70", "-1: 0"), rest());
        assertTrue(queue.isEmpty());
        assertFalse(queue.holdsEnd());
    }

    @Test
    void whatWasTakenComesAgainFromTheSampleOn() {
        add(0, 100);
        add(0, 50);
        add(1, 70);
        add(ReplyAudio.END, 0);
        rest();
        queue.rewind(0, 30);
        assertEquals(List.of("0: 70", "0: 50", "1: 70", "-1: 0"), rest());
        queue.rewind(0, 30);
        assertEquals(List.of("0: 70", "0: 50", "1: 70", "-1: 0"), rest());
        queue.rewind(0, 120);
        assertEquals(List.of("0: 30", "1: 70", "-1: 0"), rest());
        queue.rewind(0, 0);
        assertEquals(List.of("0: 30", "0: 70", "0: 20", "0: 30", "1: 70", "-1: 0"), rest());
    }

    @Test
    void whatLiesBeyondTheSentenceComesAgainFromTheNextOn() {
        add(0, 100);
        add(1, 70);
        add(ReplyAudio.END, 0);
        rest();
        queue.rewind(0, 100);
        assertEquals(List.of("1: 70", "-1: 0"), rest());
        queue.rewind(1, 70);
        assertEquals(List.of("-1: 0"), rest());
        queue.rewind(2, 0);
        assertEquals(List.of("-1: 0"), rest());
    }

    @Test
    void whatStillWaitsFollowsWhatComesAgain() {
        add(0, 100);
        add(0, 50);
        queue.take();
        queue.rewind(0, 90);

        assertEquals(List.of("0: 10", "0: 50"), rest());
    }

    @Test
    void sentencesBeforeTheLastTwoAreNotKept() {
        add(0, 100);
        add(1, 100);
        add(2, 100);
        rest();
        queue.rewind(0, 0);

        assertEquals(List.of("1: 100", "2: 100"), rest());
    }

    @Test
    void fiveSecondsAreEnough() {
        add(0, 5 * 24_000);
        assertFalse(queue.isFull());
        add(0, 1);
        assertTrue(queue.isFull());
        queue.take();
        assertFalse(queue.isFull());
        queue.rewind(0, 0);
        assertTrue(queue.isFull());
        queue.clear();
        assertTrue(queue.isEmpty());
        assertFalse(queue.isFull());
    }

    private void add(int sentence, int samples) {
        queue.add(new Item(1, sentence, new short[samples]));
    }

    private List<String> rest() {
        List<String> rest = new ArrayList<>();
        while (!queue.isEmpty()) {
            Item item = queue.take();
            rest.add(item.sentence() + ": " + item.samples().length);
        }
        return rest;
    }
}
