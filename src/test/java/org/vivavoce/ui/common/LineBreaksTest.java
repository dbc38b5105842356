package org.vivavoce.ui.common;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LineBreaksTest {

    private static String into(int width, String text) {
        return LineBreaks.into(text, width, String::length);
    }

    @Test
    void aLineTakesAsManyWordsAsFit() {
        assertEquals("one two\nthree\nfour", into(8, "one two three four"));
        assertEquals("one two three four", into(18, "one two three four"));
        assertEquals("one two three\nfour", into(17, "one two three four"));
    }

    @Test
    void aWordThatIsWiderThanALineHasOneOfItsOwn() {
        assertEquals("a\nconversation\nof two", into(6, "a conversation of two"));
    }

    @Test
    void lineEndsThatAreThereStay() {
        assertEquals("one\ntwo three\nfour", into(9, "one\ntwo three four"));
    }

    @Test
    void nothingStaysNothing() {
        assertEquals("", into(5, ""));
        assertEquals(" ", into(5, " "));
    }
}
