package org.vivavoce.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** One row that was read, by the names of its columns. Used within the statement that reads it. */
record Row(ResultSet result) {

    String text(String column) throws SQLException {
        return Objects.requireNonNull(result.getString(column), column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    boolean flag(String column) throws SQLException {
        return result.getInt(column) != 0;
    }

    OptionalLong optionalNumber(String column) throws SQLException {
        long number = result.getLong(column);
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    Duration millis(String column) throws SQLException {
        return Duration.ofMillis(result.getLong(column));
    }

    Optional<Duration> optionalMillis(String column) throws SQLException {
        OptionalLong millis = optionalNumber(column);
        return millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty();
    }

    Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(result.getLong(column));
    }

    Optional<Instant> optionalTime(String column) throws SQLException {
        OptionalLong millis = optionalNumber(column);
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }
}
