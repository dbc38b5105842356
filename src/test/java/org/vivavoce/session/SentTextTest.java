package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is passed on of a reply is what is kept of it. */
class SentTextTest {

    private final SentText sent = new SentText();
    private final List<String> passedOn = new ArrayList<>();

    private void add(String... pieces) {
        for (String piece : pieces) {
            sent.add(piece, passedOn::add);
        }
    }

    @Test
    void whiteSpaceWithinStaysAndAroundGoes() {
        add(" \n", "That is", " ", " right.", "\n", "What", " else? ", "  ");

        assertEquals("That is  right.\nWhat else?", sent.text());
        assertEquals(sent.text(), String.join("", passedOn));
    }

    @Test
    void nothingButWhiteSpaceIsNothing() {
        add("", " ", "\n");

        assertTrue(sent.isEmpty());
        assertEquals(List.of(), passedOn);
    }
}
