package org.vivavoce.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/**
 * Which fields of a request servers refuse, as they said when they were asked; kept in {@code servers.toml} of the data folder.
 * Thread-safe; every method returns at once, for the file is written in the background. Never fails: without its file it holds until the
 * program ends.
 */
public final class LearnedServers {

    /** Who changes servers from day to day fills the file no further; the one that was learned of longest ago goes. */
    static final int MOST = 50;

    /** Servers are brought up to date: after that long it is worth one refused request to ask again. */
    static final Duration LIFE = Duration.ofDays(30);

    private final TomlMapper mapper = TomlMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final LinkedHashMap<Server, Learned> servers = new LinkedHashMap<>(); // the newest last; guarded by this
    private final KeptText text;
    private final Clock clock;
    private final LateWriting writing;
    private final Optional<String> problem;

    /**
     * One model of one server.
     *
     * @param address host and path, without a key
     * @param model   its name
     * @param service what it is asked for
     */
    public record Server(String address, String model, String service) {}

    private record Learned(Set<String> refused, Instant at) {}

    /** An entry of the file. */
    record Entry(@JsonProperty(required = true) String address, @JsonProperty(required = true) String model,
            @JsonProperty(required = true) String service, @JsonProperty(required = true) List<String> refused,
            @JsonProperty(required = true) String learnedAt) {}

    /** The file as it is written. */
    record File(@JsonProperty(required = true) List<Entry> servers) {}

    /**
     * Reads what was learned before. A file that cannot be read is set aside as {@code servers.toml.broken-N}.
     *
     * @param file       need not exist yet
     * @param clock      tells how old things are
     * @param background writes the file
     */
    public LearnedServers(Path file, Clock clock, Executor background) {
        this.text = new KeptText(file);
        this.clock = clock;
        this.writing = new LateWriting(text, background, this::written);
        this.problem = load();
    }

    /** What the server refuses; nothing where that is not known, or was learned more than thirty days ago. */
    public synchronized Set<String> refused(Server server) {
        Learned learned = servers.get(server);
        return learned == null || isOld(learned) ? Set.of() : learned.refused();
    }

    /** Keeps what the server refuses, in place of what was known. */
    public void keep(Server server, Set<String> refused) {
        synchronized (this) {
            put(server, new Learned(Set.copyOf(refused), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        }
        writing.order();
    }

    /** Forgets what was learned of a server. */
    public void forget(Server server) {
        boolean known;
        synchronized (this) {
            known = servers.remove(server) != null;
        }
        if (known) {
            writing.order();
        }
    }

    /** One sentence for the user when the file could not be used. */
    public Optional<String> problem() {
        return problem;
    }

    private void put(Server server, Learned learned) {
        servers.remove(server); // the newest stands last
        servers.put(server, learned);
        servers.values().removeIf(this::isOld);
        while (servers.size() > MOST) {
            servers.pollFirstEntry();
        }
    }

    /** A clock that was set back is no reason to believe something for years. */
    private boolean isOld(Learned learned) {
        return Duration.between(learned.at(), clock.instant()).abs().compareTo(LIFE) > 0;
    }

    private Optional<String> load() {
        if (!text.exists()) {
            return Optional.empty();
        }
        try {
            String read = text.read();
            List<Entry> entries = read.isBlank() ? List.of() : mapper.readValue(read, File.class).servers();
            for (Entry entry : entries) {
                put(new Server(entry.address(), entry.model(), entry.service()),
                        new Learned(Set.copyOf(entry.refused()), Instant.parse(entry.learnedAt())));
            }
            return Optional.empty();
        } catch (JacksonException | CharacterCodingException | DateTimeException e) {
            servers.clear();
            return Optional.of(setAside());
        } catch (IOException e) {
            return Optional.of("What was learned of your servers could not be read from " + text.file()
                    + ": it is learned anew.");
        }
    }

    private String setAside() {
        String what = "The file with what was learned of your servers has an error, so it is learned anew";
        return text.setAside().map(name -> what + ": the file was kept as " + name + ".")
                .orElse(what + ": delete " + text.file() + ".");
    }

    private synchronized String written() {
        List<Entry> entries = servers.entrySet().stream().map(each -> new Entry(each.getKey().address(),
                each.getKey().model(), each.getKey().service(), List.copyOf(new TreeSet<>(each.getValue().refused())),
                each.getValue().at().toString())).toList();
        try {
            return mapper.writeValueAsString(new File(entries));
        } catch (JacksonException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }
}
