package org.vivavoce.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of one call, as the chat model wrote them. Immutable; any thread. */
public final class ToolArguments {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode json;

    private ToolArguments(JsonNode json) {
        this.json = json;
    }

    /** A call that can't be understood; the message tells the model what is wrong with it. */
    public static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String what) {
            super(what);
        }
    }

    /**
     * Reads them.
     *
     * @param written a JSON object; nothing at all stands for one without members
     */
    public static ToolArguments of(String written) throws MalformedException {
        JsonNode json;
        try {
            json = JSON.readTree(written.isBlank() ? "{}" : written);
        } catch (JsonProcessingException e) {
            throw new MalformedException("the arguments are no valid JSON");
        }
        if (!json.isObject()) {
            throw new MalformedException("the arguments must be a JSON object");
        }
        return new ToolArguments(json);
    }

    /** A text that must be there and say something. */
    public String text(String name) throws MalformedException {
        return optionalText(name).orElseThrow(() -> new MalformedException("\"" + name + "\" is missing"));
    }

    /** A text; empty where it is not there or says nothing. */
    public Optional<String> optionalText(String name) throws MalformedException {
        JsonNode member = json.path(name);
        if (member.isMissingNode() || member.isNull()) {
            return Optional.empty();
        }
        if (!member.isValueNode()) {
            throw new MalformedException("\"" + name + "\" must be a text");
        }
        return Optional.of(member.asText().strip()).filter(text -> !text.isEmpty());
    }

    /** Texts of which at least one must be there; one alone need not stand in a list. */
    public List<String> texts(String name) throws MalformedException {
        JsonNode member = json.path(name);
        if (!member.isArray()) {
            return List.of(text(name));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : member) {
            if (!each.isValueNode() || each.isNull()) {
                throw new MalformedException("\"" + name + "\" must be a list of texts");
            }
            if (!each.asText().isBlank()) {
                texts.add(each.asText().strip());
            }
        }
        if (texts.isEmpty()) {
            throw new MalformedException("\"" + name + "\" is empty");
        }
        return texts;
    }

    /**
     * A whole number, written as one or as a text.
     *
     * @throws MalformedException also where it is not from {@code least} to {@code most}
     */
    public int number(String name, int least, int most) throws MalformedException {
        String written = text(name);
        try {
            int number = Math.toIntExact(Math.round(Double.parseDouble(written)));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // told below
        }
        throw new MalformedException("\"" + name + "\" must be a number from " + least + " to " + most);
    }

    @Override
    public String toString() {
        return "ToolArguments[" + json.size() + "]"; // what was said never enters a log
    }
}
