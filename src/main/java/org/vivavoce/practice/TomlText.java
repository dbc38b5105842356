package org.vivavoce.practice;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of one TOML file and its reading into a record: keys in snake case, no unknown key, no value of another kind, and every
 * failure as a sentence that names file and line. One thread.
 */
final class TomlText {

    /** Immutable, and slow to build. */
    private static final TomlMapper MAPPER = TomlMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final String fileName;
    private final String text;
    private final TomlLines lines;

    /** @param fileName as the user shall read it, such as {@code modes/sales.toml} */
    TomlText(String fileName, String text) {
        this.fileName = fileName;
        this.text = text;
        this.lines = new TomlLines(text);
    }

    /**
     * Reads the file.
     *
     * @param defaults what holds for keys that the file leaves out: texts, numbers, booleans, lists
     */
    <T> T as(Class<T> type, Map<String, Object> defaults) throws UnreadableFileException {
        try {
            ObjectNode tree = tree();
            defaults.forEach((key, value) -> {
                if (!tree.has(key)) {
                    tree.set(key, MAPPER.valueToTree(value));
                }
            });
            return MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw problem(pathOf(e), "the key " + e.getPropertyName() + " is unknown; known are " + known(e) + ".");
        } catch (MismatchedInputException e) {
            throw mismatch(e);
        } catch (JacksonException e) {
            throw new UnreadableFileException(fileName, e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "this is not valid TOML.");
        }
    }

    /** A failure at a key, such as a number out of its range. */
    UnreadableFileException problem(String path, String what) {
        return new UnreadableFileException(fileName, lines.of(path), what);
    }

    /** Checks a number at a key. */
    void requireRange(String path, double value, double least, double most) throws UnreadableFileException {
        if (!(value >= least && value <= most)) {
            throw problem(path,
                    path + " is " + plain(value) + ", but must be from " + plain(least) + " to " + plain(most) + ".");
        }
    }

    /** Checks that a text at a key is there and not blank. */
    void requireText(String path, String value) throws UnreadableFileException {
        if (value.isBlank()) {
            throw problem(path, path + " is empty, but must hold text.");
        }
    }

    private ObjectNode tree() throws JacksonException {
        JsonNode node = MAPPER.readTree(text);
        return node instanceof ObjectNode object ? object : MAPPER.createObjectNode();
    }

    private UnreadableFileException mismatch(MismatchedInputException e) {
        String path = pathOf(e);
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Missing") || message.startsWith("Null value for creator")) {
            // The key is nowhere; its table, if any, tells the place.
            return problem(path, "the key " + path + " is missing.");
        }
        return problem(path, "the value of " + path + " must be " + kind(e.getTargetType()) + ".");
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        return Collection.class.isAssignableFrom(type) ? "a list in brackets" : "a table";
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> ids = Objects.requireNonNullElse(e.getKnownPropertyIds(), List.of());
        return ids.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }

    private static String pathOf(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
