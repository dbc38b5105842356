package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Lines that keep a conversation going without understanding what is said.
 *
 * @param language ISO 639-1 code of the language they are in
 * @param lines    in the order of the file
 */
public record LineBank(@JsonProperty(required = true) String language,
        @JsonProperty(value = "line", required = true) List<Line> lines) {

    public LineBank {
        lines = List.copyOf(lines);
    }

    /**
     * One line, usually a remark with an open question.
     *
     * @param level 1 (simple) to 3
     * @param text  as it is spoken
     */
    public record Line(int level, @JsonProperty(required = true) String text) {}
}
