package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Something a good answer names.
 *
 * @param name  a short noun phrase for the feedback
 * @param anyOf words or beginnings of words, in lower case, any of which shows that the point was named
 */
public record KeyPoint(@JsonProperty(required = true) String name, @JsonProperty(required = true) List<String> anyOf) {

    public KeyPoint {
        anyOf = List.copyOf(anyOf);
    }
}
