package org.vivavoce.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.vivavoce.settings.Settings.TurnTakingSettings;

/**
 * How long to wait for this user before a reply, as learned from the pauses made in each mode and language; kept in
 * {@code learned.toml} of the data folder. Thread-safe; every method returns at once, for the file is written in the background. Never
 * fails: without its file it holds until the program ends.
 */
public final class LearnedHolds {

    private final TomlMapper mapper = TomlMapper.builder().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).build();
    /** By mode id, then by language code; milliseconds. Guarded by {@code this}. */
    private final Map<String, Map<String, Integer>> holds = new TreeMap<>();
    private final KeptText text;
    private final LateWriting writing;
    private final Optional<String> problem;

    /**
     * Reads what was learned before. A file that cannot be read is set aside as {@code learned.toml.broken-N}.
     *
     * @param file       need not exist yet
     * @param background writes the file
     */
    public LearnedHolds(Path file, Executor background) {
        this.text = new KeptText(file);
        this.writing = new LateWriting(text, background, this::written);
        this.problem = load();
    }

    /**
     * The learned hold, in milliseconds from {@link TurnTakingSettings#MIN_HOLD_MS} to {@link TurnTakingSettings#MAX_LANGUAGE_HOLD_MS};
     * empty where nothing was learned yet.
     */
    public synchronized OptionalInt holdMs(String modeId, String languageCode) {
        Integer hold = holds.getOrDefault(modeId, Map.of()).get(languageCode);
        return hold == null ? OptionalInt.empty() : OptionalInt.of(hold);
    }

    /** Keeps a learned hold, in milliseconds; one out of range is brought into it. */
    public void keep(String modeId, String languageCode, int holdMs) {
        synchronized (this) {
            put(modeId, languageCode, holdMs);
        }
        writing.order();
    }

    /** Forgets everything that was learned. */
    public void forget() {
        synchronized (this) {
            holds.clear();
        }
        writing.order();
    }

    /** Whether nothing was learned yet. */
    public synchronized boolean isEmpty() {
        return holds.isEmpty();
    }

    /** One sentence for the user when the file could not be used. */
    public Optional<String> problem() {
        return problem;
    }

    private void put(String modeId, String languageCode, int holdMs) {
        holds.computeIfAbsent(modeId, mode -> new TreeMap<>()).put(languageCode,
                Math.clamp(holdMs, TurnTakingSettings.MIN_HOLD_MS, TurnTakingSettings.MAX_LANGUAGE_HOLD_MS));
    }

    private Optional<String> load() {
        if (!text.exists()) {
            return Optional.empty();
        }
        try {
            String read = text.read();
            Map<String, Map<String, Integer>> kept = read.isBlank()
                    ? Map.of()
                    : mapper.readValue(read, new TypeReference<>() {});
            kept.forEach((mode, languages) -> languages.forEach((language, hold) -> put(mode, language, hold)));
            return Optional.empty();
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.of(setAside());
        } catch (IOException e) {
            return Optional.of("What was learned of your pauses could not be read from " + text.file()
                    + ": it is learned anew.");
        }
    }

    private String setAside() {
        String what = "The file with what was learned of your pauses has an error, so it is learned anew";
        return text.setAside().map(name -> what + ": the file was kept as " + name + ".")
                .orElse(what + ": delete " + text.file() + ".");
    }

    private String written() {
        try {
            return mapper.writeValueAsString(copy());
        } catch (JacksonException e) {
            throw new IllegalStateException("Numbers by name can always be written", e);
        }
    }

    private synchronized Map<String, Map<String, Integer>> copy() {
        Map<String, Map<String, Integer>> all = new TreeMap<>();
        holds.forEach((mode, languages) -> all.put(mode, new TreeMap<>(languages)));
        return all;
    }
}
