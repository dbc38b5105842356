package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MonthSpentTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Path file() {
        return folder.resolve("spent.toml");
    }

    private MonthSpent in(String instant) {
        return new MonthSpent(file(), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @Test
    void whatIsSpentAddsUpOverStartsOfTheProgram() {
        in("2026-11-21T10:00:00Z").add(0.25);
        in("2026-11-22T10:00:00Z").add(0.5);

        assertEquals(0.75, in("2026-11-30T23:59:59Z").dollars());
    }

    @Test
    void aNewMonthBeginsWithNothing() {
        in("2026-11-30T10:00:00Z").add(3);
        MonthSpent december = in("2026-12-01T00:00:00Z");

        assertEquals(0, december.dollars());
        december.add(1);
        assertEquals(1, december.dollars());
    }

    @Test
    void whatIsNoAmountIsNotAdded() {
        MonthSpent spent = in("2026-11-21T10:00:00Z");
        spent.add(Double.NaN);
        spent.add(-1);
        spent.add(Double.POSITIVE_INFINITY);

        assertEquals(0, spent.dollars());
    }

    @Test
    void aFileThatCannotBeReadCountsAsNone() throws IOException {
        Files.writeString(file(), "month = [");

        MonthSpent spent = in("2026-11-21T10:00:00Z");
        assertEquals(0, spent.dollars());
        spent.add(2);
        assertEquals(2, in("2026-11-21T10:00:00Z").dollars());
    }

    @Test
    void whereNothingCanBeWrittenItCountsUntilTheEnd() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        MonthSpent spent = new MonthSpent(inTheWay.resolve("spent.toml"),
                Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
        spent.add(1);
        spent.add(1);

        assertEquals(2, spent.dollars());
    }
}
