package org.vivavoce.openai;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.ToolCall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CallsInTextTest {

    private static final String CALL = "<tool_call>\n{\"name\": \"note\", \"arguments\": {\"text\": \"a\"}}\n</tool_call>";

    private final CalledTools calls = new CalledTools();
    private final CallsInText text = new CallsInText(calls);

    @Test
    void whereverACallIsCutItIsFoundAndNothingOfItIsSpoken() {
        String whole = "Well. " + CALL + " Done, 2 < 3.";
        for (int cut = 0; cut <= whole.length(); cut++) {
            CalledTools found = new CalledTools();
            CallsInText in = new CallsInText(found);
            String said = in.add(whole.substring(0, cut)) + in.add(whole.substring(cut)) + in.rest();

            assertEquals("Well.  Done, 2 < 3.", said);
            assertEquals(List.of(new ToolCall("call_1", "note", "{\"text\":\"a\"}")), found.calls());
        }
    }

    @Test
    void twoCallsHaveTwoIds() {
        text.add(CALL + CALL);

        assertEquals(List.of("call_1", "call_2"), calls.calls().stream().map(ToolCall::id).toList());
    }

    @Test
    void aCallThatNeverEndsIsNotSpoken() {
        assertEquals("", text.add("<tool_call>{\"name\": \"note\", \"argu") + text.rest());
        assertEquals(1, calls.calls().size());
        assertEquals("", calls.calls().getFirst().name());
    }

    @Test
    void whatOnlyLooksLikeTheBeginningIsSpoken() {
        assertEquals("a <tool", text.add("a <tool") + text.rest());
        assertTrue(calls.isEmpty());
    }

    @Test
    void aCallWithParametersInPlaceOfArgumentsIsOneToo() {
        text.add("<tool_call>{\"name\": \"note\", \"parameters\": {\"text\": \"a\"}}</tool_call>");

        assertEquals(List.of(new ToolCall("call_1", "note", "{\"text\":\"a\"}")), calls.calls());
    }
}
