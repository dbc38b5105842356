package org.vivavoce.ai;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ToolArgumentsTest {

    @Test
    void argumentsAreReadAsModelsWriteThem() throws Exception {
        ToolArguments arguments = ToolArguments
                .of("{\"text\": \" a bridge \", \"many\": [\"a\", \" b \", \"\"], \"seconds\": 90, \"written\": \"90\"}");

        assertEquals("a bridge", arguments.text("text"));
        assertEquals(List.of("a", "b"), arguments.texts("many"));
        assertEquals(List.of("a bridge"), arguments.texts("text"), "one alone need not stand in a list");
        assertEquals(90, arguments.number("seconds", 10, 600));
        assertEquals(90, arguments.number("written", 10, 600));
        assertEquals("", arguments.optionalText("none").orElse(""));
        assertFalse(arguments.toString().contains("bridge"), "what was said never enters a log");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text": "a           | the arguments are no valid JSON
            {"text": "a"} and     | the arguments are no valid JSON
            ["a"]                 | the arguments must be a JSON object
            "a"                   | the arguments must be a JSON object
            {}                    | "text" is missing
            {"text": null}        | "text" is missing
            {"text": "  "}        | "text" is missing
            {"text": {"a": 1}}    | "text" must be a text
            """)
    void whatIsWrongIsSaidInWordsForTheModel(String written, String what) {
        assertEquals(what,
                assertThrows(ToolArguments.MalformedException.class, () -> ToolArguments.of(written).text("text"))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0", "601", "soon", "1e99", "NaN"})
    void aNumberOutsideItsRangeIsMalformed(String written) throws Exception {
        ToolArguments arguments = ToolArguments.of("{\"seconds\": \"" + written + "\"}");

        assertEquals("\"seconds\" must be a number from 10 to 600",
                assertThrows(ToolArguments.MalformedException.class, () -> arguments.number("seconds", 10, 600))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"[]", "'[\"\"]'", "'[{}]'", "[null]"})
    void aListWithoutTextsIsMalformed(String written) throws Exception {
        ToolArguments arguments = ToolArguments.of("{\"many\": " + written + "}");

        assertThrows(ToolArguments.MalformedException.class, () -> arguments.texts("many"));
    }

    @Test
    void nothingAtAllStandsForNoArguments() throws Exception {
        assertEquals("", ToolArguments.of("").optionalText("text").orElse(""));
    }
}
