package org.vivavoce.api;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A text in chunks that are long enough. */
class ChunksTest {

    private static List<String> chunks(int least, List<String> pieces) {
        Chunks chunks = new Chunks(least);
        List<String> all = new ArrayList<>();
        pieces.forEach(piece -> chunks.add(piece).ifPresent(all::add));
        all.add(chunks.rest());
        return all;
    }

    @Test
    void eachIsLongEnoughTheLastOneToo() {
        String text = "A reply that is long enough to be cut, and cut again, and comes word by word.";
        List<String> chunks = chunks(20, List.of(text.split("(?<= )", -1)));

        assertTrue(chunks.size() >= 2);
        assertTrue(chunks.stream().allMatch(chunk -> chunk.length() >= 20), chunks::toString);
        assertEquals(text, String.join("", chunks));
    }

    @Test
    void aShortTextIsOneChunk() {
        assertEquals(List.of("Noted."), chunks(20, List.of("Not", "ed.")));
    }

    @Test
    void noCharacterIsCutInTwo() {
        List<String> chunks = chunks(3, List.of("ab🙂🙂🙂🙂cd".split("(?!^)", -1)));

        assertEquals("ab🙂🙂🙂🙂cd", String.join("", chunks));
        assertTrue(chunks.stream().noneMatch(chunk -> Character.isLowSurrogate(chunk.charAt(0))));
    }
}
