package org.vivavoce.tools;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.notes.Note;
import org.vivavoce.notes.Notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LookIntoNotesTest {

    private static String call(String text, String arguments) {
        Toolbox tools = new Toolbox(List.of(new LookIntoNotes(new Notes(List.of(new Note("cv.txt", text))))), fault -> {
            throw fault;
        });
        return tools.run(new ToolCall("call_1", "look_into_notes", arguments));
    }

    @Test
    void whatFitsIsToldWithTheNameOfTheFile() {
        assertEquals("From cv.txt:\nBridges.", call("Bridges.", "{\"query\": \"bridge\"}"));
    }

    @Test
    void whereNothingFitsTheModelMayTryOtherWords() {
        String told = call("The first line\n" + "Bridges and tunnels and dams. ".repeat(200), "{\"query\": \"zebra\"}");
        assertEquals("Nothing in them has these words. Try others.\ncv.txt begins: The first line", told);
    }

    @Test
    void aCallWithoutAQuestionIsMalformed() {
        assertTrue(call("Bridges.", "{}").startsWith("The call was malformed"));
    }
}
