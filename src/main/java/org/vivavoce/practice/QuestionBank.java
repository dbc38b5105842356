package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The questions on one topic. Read from {@code assets/questions/interview-*.toml}.
 *
 * @param topic     id of the topic
 * @param name      for the screen
 * @param questions in the order of the file
 */
public record QuestionBank(@JsonProperty(required = true) String topic, @JsonProperty(required = true) String name,
        @JsonProperty(value = "question", required = true) List<Question> questions) {

    public QuestionBank {
        questions = List.copyOf(questions);
    }
}
