package org.vivavoce.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What servers said of the ends of their models, when they were asked, and on which day the user wanted to hear no more of it; kept in
 * {@code model-ends.toml} of the data folder. Thread-safe; each change is written at once and takes a few milliseconds. Never fails: a
 * file that cannot be read counts as none, and servers are asked again.
 */
public final class KnownEnds {

    private final TomlMapper mapper = TomlMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final KeptText text;
    private final Map<String, Server> servers = new TreeMap<>(); // guarded by this
    private String dismissedOn = ""; // guarded by this

    /** What a server said. */
    record Server(@JsonProperty(required = true) String askedOn,
            @JsonProperty(required = true) Map<String, String> ends) {}

    /** The file as it is written. */
    record File(@Nullable String dismissedOn, @Nullable Map<String, Server> servers) {}

    /** Reads the file, which need not exist yet. */
    public KnownEnds(Path file) {
        text = new KeptText(file);
        load();
    }

    private void load() {
        try {
            if (text.exists()) {
                File file = mapper.readValue(text.read(), File.class);
                dismissedOn = Objects.requireNonNullElse(file.dismissedOn(), "");
                servers.putAll(Objects.requireNonNullElse(file.servers(), Map.of()));
            }
        } catch (IOException e) { // broken TOML among it
            servers.clear();
        }
    }

    /** Whether the server was asked on that day. */
    public synchronized boolean wasAsked(String baseUrl, LocalDate day) {
        Server server = servers.get(baseUrl);
        return server != null && server.askedOn().equals(day.toString());
    }

    /** When a model of the server ends, by its own word. */
    public synchronized Optional<LocalDate> end(String baseUrl, String model) {
        return Optional.ofNullable(servers.get(baseUrl)).map(server -> server.ends().get(model))
                .flatMap(KnownEnds::day);
    }

    /** Keeps what the server said that day. */
    public synchronized void keep(String baseUrl, LocalDate day, Map<String, LocalDate> ends) {
        Map<String, String> written = new TreeMap<>();
        ends.forEach((model, end) -> written.put(model, end.toString()));
        servers.put(baseUrl, new Server(day.toString(), written));
        save();
    }

    /** The server was asked that day and said nothing: what it said before holds. */
    public synchronized void keepSilence(String baseUrl, LocalDate day) {
        Server before = servers.get(baseUrl);
        servers.put(baseUrl, new Server(day.toString(), before == null ? Map.of() : before.ends()));
        save();
    }

    /** Whether the user wanted to hear no more of it that day. */
    public synchronized boolean isDismissed(LocalDate day) {
        return dismissedOn.equals(day.toString());
    }

    /** The user wants to hear no more of it that day. */
    public synchronized void dismiss(LocalDate day) {
        dismissedOn = day.toString();
        save();
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void save() {
        try {
            text.write(mapper.writeValueAsString(new File(dismissedOn, servers)));
        } catch (JacksonException e) {
            throw new IllegalStateException("Dates by name can always be written", e);
        } catch (IOException e) {
            // It holds until the program ends, and servers are asked again after that: not worth an interruption.
        }
    }
}
