package org.vivavoce.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;

/**
 * What conversations have cost in this month, in US dollars; kept in {@code spent.toml} of the data folder. Thread-safe; each call
 * reads the file, for another process may have added to it, and takes a few milliseconds. Never fails: a file that cannot be read
 * counts as none.
 */
public final class MonthSpent {

    private final TomlMapper mapper = TomlMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final KeptText text;
    private final Clock clock;
    private Sum inMemory = new Sum("", 0); // guarded by this; where nothing can be written

    /** The file as it is written. */
    record Sum(@JsonProperty(required = true) String month, double dollars) {}

    /**
     * The file need not exist yet.
     *
     * @param clock tells the month
     */
    public MonthSpent(Path file, Clock clock) {
        this.text = new KeptText(file);
        this.clock = clock;
    }

    /** This month's sum. */
    public synchronized double dollars() {
        String month = YearMonth.now(clock).toString();
        Sum kept = read();
        return kept.month().equals(month) ? kept.dollars() : 0;
    }

    /** Adds to this month's sum; what is no amount is not added. */
    public synchronized void add(double dollars) {
        if (!(dollars > 0) || Double.isInfinite(dollars)) {
            return;
        }
        inMemory = new Sum(YearMonth.now(clock).toString(), dollars() + dollars);
        try {
            text.write(mapper.writeValueAsString(Map.of("month", inMemory.month(), "dollars", inMemory.dollars())));
        } catch (JacksonException e) {
            throw new IllegalStateException("A month and a number can always be written", e);
        } catch (IOException e) {
            // It counts until the program ends: not worth an interruption.
        }
    }

    private Sum read() {
        try {
            return text.exists() ? mapper.readValue(text.read(), Sum.class) : inMemory;
        } catch (IOException e) { // broken TOML among it
            return inMemory;
        }
    }
}
