package org.vivavoce.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What one test measured: kept in {@code target/conversations/NAME.json} and told in one line on standard output. Used by one thread.
 */
final class Figures {

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode json = mapper.createObjectNode();
    private final String name;

    Figures(String name) {
        this.name = name;
    }

    /** A number, rounded to three places. */
    Figures put(String what, double value) {
        json.put(what, Math.round(value * 1000) / 1000.0);
        return this;
    }

    /** A count. */
    Figures put(String what, long value) {
        json.put(what, value);
        return this;
    }

    /** Several: least, median, greatest. */
    Figures spread(String what, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        ObjectNode spread = json.putObject(what);
        spread.put("n", sorted.size());
        if (!sorted.isEmpty()) {
            spread.put("least", Math.round(sorted.getFirst() * 1000) / 1000.0);
            spread.put("median", Math.round(median(sorted) * 1000) / 1000.0);
            spread.put("greatest", Math.round(sorted.getLast() * 1000) / 1000.0);
        }
        return this;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Writes the file and the line. */
    void tell() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "conversations"));
            Files.writeString(folder.resolve(name + ".json"),
                    mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(String.format(Locale.ROOT, "conversation %s: %s", name, json));
    }
}
