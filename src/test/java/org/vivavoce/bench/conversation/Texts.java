package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What is said in the bench, by both sides: {@code bench/speech.json}. A value. */
final class Texts {

    private final JsonNode json;

    /** What one speaker says in a turn. */
    record Speaker(String voice, List<String> sentences) {}

    Texts() {
        try (InputStream in = Texts.class.getResourceAsStream("/bench/speech.json")) {
            json = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns of two or three sentences, in several voices and languages. */
    List<Speaker> turns() {
        List<Speaker> turns = new ArrayList<>();
        json.path("turns").forEach(
                turn -> turns.add(new Speaker(turn.path("voice").asText(), texts(turn.path("sentences")))));
        return turns;
    }

    /** A list by its name. */
    List<String> list(String name) {
        return texts(json.path(name));
    }

    /** Sentences in two parts, the first of which is unfinished by its words. */
    List<List<String>> unfinished(String language) {
        List<List<String>> pairs = new ArrayList<>();
        json.path("unfinished").path(language).forEach(pair -> pairs.add(texts(pair)));
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("no unfinished sentences in " + language);
        }
        return pairs;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
