package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How unfinished speech ends in a language. An entry is one word or several; in scripts without spaces, and in Korean, it is compared
 * with the end of the text, and one that begins with a space begins a word. Immutable.
 *
 * @param never    no sentence ends with these, whatever mark a recogniser puts there ("the", "because")
 * @param seldom   few sentences end with these: unfinished without a mark, and before a full stop in a sentence of more than four words
 *                 without an opener ("at", but "the office where she works at.")
 * @param open     many sentences end with these: unfinished only where no mark stands at all
 * @param complete end complete sentences although their last words are in one of the other lists ("once in a while")
 * @param openers  words that explain an ending in {@code seldom} later in their sentence ("what … for")
 */
public record Endings(@JsonProperty(required = true) List<String> never,
        @JsonProperty(required = true) List<String> seldom, @JsonProperty(required = true) List<String> open,
        @JsonProperty(required = true) List<String> complete, @JsonProperty(required = true) List<String> openers) {}
