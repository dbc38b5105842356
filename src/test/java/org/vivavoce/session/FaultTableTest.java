package org.vivavoce.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.Fault.Kind;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every fault at every stage, once for a moment and once until somebody mends it: what the user sees, whether the conversation recovers,
 * and that nothing is lost, nothing hangs and nobody is stormed with requests. Writes what it saw to {@code target/fault-table.md}.
 */
@Execution(ExecutionMode.SAME_THREAD)
class FaultTableTest {

    private static final Path FOLDER = Path.of("target");
    private static final Path TABLE = FOLDER.resolve("fault-table.md");
    /** Three tries, and one that the transport itself repeats (408). */
    private static final int MOST_REQUESTS = 6;
    private static final String PLANTED = "sk-planted";
    private static final List<String> ROWS = Collections.synchronizedList(new ArrayList<>());

    /** A row of the table. */
    record Row(String name, Stage stage, Fault fault) {
        @Override
        public String toString() {
            return stage.spokenName() + ": " + name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(Stage.values()).flatMap(FaultTableTest::rowsOf);
    }

    private static Stream<Row> rowsOf(Stage stage) {
        List<Row> rows = new ArrayList<>();
        for (int status : new int[]{400, 403, 404, 408, 409, 413, 422, 500, 502, 503}) {
            rows.add(new Row(String.valueOf(status), stage, Fault.error(status, "No.", "")));
        }
        rows.add(new Row("401", stage, Fault.error(401, "Incorrect API key provided: sk-planted-key-0123456789.",
                "invalid_api_key")));
        rows.add(new Row("429", stage, Fault.error(429, "Slow down.", "rate_limit_exceeded")));
        rows.add(new Row("429, wait 1 s", stage, limited("1")));
        rows.add(new Row("429, wait 30 s", stage, limited("30")));
        rows.add(new Row("quota", stage, Fault.error(429, "You exceeded your current quota.", "insufficient_quota")));
        for (Kind kind : Kind.values()) {
            boolean chatOnly = kind == Kind.MISSING_FINISH_REASON || kind == Kind.ERROR_IN_STREAM;
            if (kind != Kind.STATUS && (stage == Stage.CHAT || !chatOnly)) {
                rows.add(new Row(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), stage,
                        Fault.of(kind)));
            }
        }
        return rows.stream();
    }

    private static Fault limited(String seconds) {
        return Fault.status(429, "{\"error\": {\"message\": \"Slow down.\", \"code\": \"rate_limit_exceeded\"}}",
                Map.of("Retry-After", seconds));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nothingIsLost(Row row) throws Exception {
        String moment = forAMoment(row);
        String standing = untilItIsMended(row);
        ROWS.add("| " + row.stage().spokenName() + " | " + row.name() + " | " + moment + " | " + standing + " |");
    }

    /** One request fails; what the user notices of it. */
    private static String forAMoment(Row row) throws Exception {
        try (FaultyConversation talk = new FaultyConversation("")) {
            talk.server.script().fail(row.stage(), row.fault());
            talk.says();
            List<String> troubles = talk.troubles();
            if (!troubles.isEmpty()) {
                talk.triesAgain();
                assertEquals(List.of(), talk.troubles(), "well again");
            }
            nothingIsLeft(talk);
            return troubles.isEmpty() ? "nothing" : "told, then well";
        }
    }

    /** Every request fails until somebody mends it; what the user sees, and how often was asked. */
    private static String untilItIsMended(Row row) throws Exception {
        try (FaultyConversation talk = new FaultyConversation("")) {
            talk.server.script().failAlways(row.stage(), row.fault());
            talk.says();
            List<String> troubles = talk.troubles();
            assertEquals(1, troubles.size(), () -> "told once: " + troubles);
            assertFalse(troubles.getFirst().contains(PLANTED), "the key is shown");
            assertFalse(troubles.getFirst().contains(FaultyConversation.SAID), "what was said is shown");
            assertEquals(row.stage() == Stage.TRANSCRIPTION, talk.isUtteranceKept(), "the utterance on disk");
            int requests = talk.requests(row.stage());
            assertTrue(requests <= MOST_REQUESTS, () -> requests + " requests");
            talk.server.script().heal(row.stage());
            talk.triesAgain();
            assertEquals(List.of(), talk.troubles(), "well again");
            nothingIsLeft(talk);
            return troubles.getFirst() + " | " + requests + " | "
                    + (row.stage() == Stage.TRANSCRIPTION ? "the utterance, on disk" : "the message, in the history");
        }
    }

    private static void nothingIsLeft(FaultyConversation talk) throws InterruptedException {
        assertFalse(talk.isUtteranceKept(), "it was understood and lies on disk still");
        assertEquals(List.of(Message.user(FaultyConversation.SAID), Message.partner(FaultyConversation.REPLY)),
                talk.end());
        talk.server.log().await(all -> all.stream().noneMatch(request -> request.isOpen()), "all requests are over");
    }

    @AfterAll
    static void write() {
        List<String> lines = new ArrayList<>(
                List.of("| service | fault | for a moment | until it is mended | requests | kept |",
                        "|---|---|---|---|---|---|"));
        lines.addAll(ROWS);
        try {
            Files.createDirectories(FOLDER);
            Files.write(TABLE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
