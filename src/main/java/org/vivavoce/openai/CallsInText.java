package org.vivavoce.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.ObjectMappers;

/**
 * Takes calls of tools out of a reply's text, as it comes in: models whose server does not know their form of a call write it between
 * {@code <tool_call>} and {@code </tool_call>}. Used by one thread. Tags may be split over pieces; a call that never ends takes the rest
 * of the reply with it, since it must not be spoken.
 */
final class CallsInText {

    private static final String BEGIN = "<tool_call>";
    private static final String END = "</tool_call>";

    private final CalledTools calls;
    private final StringBuilder held = new StringBuilder();
    private boolean calling;

    CallsInText(CalledTools calls) {
        this.calls = calls;
    }

    /** Takes a piece; returns what of all so far is text. */
    String add(String piece) {
        held.append(piece);
        StringBuilder said = new StringBuilder();
        for (int at = held.indexOf(mark()); at >= 0; at = held.indexOf(mark())) {
            pass(held.substring(0, at), said);
            held.delete(0, at + mark().length());
            calling = !calling;
        }
        if (!calling) {
            int end = held.length() - begun();
            said.append(held, 0, end);
            held.delete(0, end);
        }
        return said.toString();
    }

    /** The reply has ended: what looked like the beginning of a tag was none. */
    String rest() {
        StringBuilder said = new StringBuilder();
        if (!held.isEmpty()) {
            pass(held.toString(), said);
            held.setLength(0);
        }
        return said.toString();
    }

    private String mark() {
        return calling ? END : BEGIN;
    }

    private void pass(String text, StringBuilder said) {
        if (calling) {
            read(text.strip());
        } else {
            said.append(text);
        }
    }

    /** How many characters at the end may become a tag with the next piece. */
    private int begun() {
        for (int length = Math.min(BEGIN.length() - 1, held.length()); length > 0; length--) {
            if (BEGIN.startsWith(held.substring(held.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    private void read(String written) {
        try {
            JsonNode call = ObjectMappers.jsonMapper().readTree(written);
            JsonNode arguments = call.has("arguments") ? call.path("arguments") : call.path("parameters");
            calls.add(call.path("name").asText(), arguments.isTextual() ? arguments.asText() : arguments.toString());
        } catch (JsonProcessingException e) {
            calls.add("", written); // there is no such tool, which the model is told
        }
    }
}
