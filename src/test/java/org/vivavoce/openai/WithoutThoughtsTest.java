package org.vivavoce.openai;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WithoutThoughtsTest {

    @ParameterizedTest
    @CsvSource({"<think>No one hears this.</think>Good., Good.", "'<think>\nHm.\n</think>\n\nGood. Next?', Good. Next?",
        "<Thinking>Hm.</Thinking>Good., Good.", "Well. <think>Hm.</think> Good., Well. Good.", "Good.</think>, Good.",
        "<think>Hm. Good., ''", "Good.<think>, Good.", "'Is 2 < 3, or <b?', 'Is 2 < 3, or <b?'", "Good <thi, Good <thi",
        "<reasoning>a < b</reasoning><think>c</think>Good., Good."})
    void whatIsThoughtIsTakenOutHoweverItIsCutIntoPieces(String written, String said) {
        for (int length = 1; length <= written.length(); length++) {
            assertEquals(said, String.join("", pieces(written, length)), "in pieces of " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Good. ", "2 < 3", "a <", "x"})
    void whatCannotBecomeATagIsNotHeldBack(String piece) {
        String held = piece.endsWith("<") ? "<" : "";

        assertEquals(piece, new WithoutThoughts().add(piece) + held);
    }

    private static List<String> pieces(String written, int length) {
        WithoutThoughts filter = new WithoutThoughts();
        List<String> said = new ArrayList<>();
        for (int at = 0; at < written.length(); at += length) {
            said.add(filter.add(written.substring(at, Math.min(written.length(), at + length))));
        }
        said.add(filter.rest());
        return said;
    }
}
