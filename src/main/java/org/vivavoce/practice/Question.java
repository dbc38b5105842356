package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A question of an interview, with what a good answer holds.
 *
 * @param id          unique over all banks
 * @param level       1 (easy) to 3 (hard)
 * @param text        as it is spoken
 * @param keyPoints   what a good answer names, the most important first
 * @param tip         one sentence that makes a good answer better
 * @param modelAnswer two to four sentences
 * @param followUp    a question that digs deeper
 */
public record Question(@JsonProperty(required = true) String id, int level, @JsonProperty(required = true) String text,
        @JsonProperty(required = true) List<KeyPoint> keyPoints, @JsonProperty(required = true) String tip,
        @JsonProperty(required = true) String modelAnswer, @JsonProperty(required = true) String followUp) {

    public Question {
        keyPoints = List.copyOf(keyPoints);
    }
}
