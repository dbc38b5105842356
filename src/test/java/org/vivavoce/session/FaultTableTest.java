package org.vivavoce.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.BrokenWay;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.practice.Message;
import org.vivavoce.session.FaultRow.Broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every fault at every stage, once for a moment and once until somebody mends it: what the user sees, whether the conversation recovers,
 * and that nothing is lost, nothing hangs and nobody is stormed with requests. Writes what it saw to {@code target/fault-table.md}.
 */
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTableTest {

    private static final Path FOLDER = Path.of("target");
    private static final Path TABLE = FOLDER.resolve("fault-table.md");
    /** Three tries, and one that the transport itself repeats (408). */
    private static final int MOST_REQUESTS = 6;
    private static final String PLANTED = "sk-planted";

    private final List<String> lines = new ArrayList<>();
    private final LocalOpenAi server;

    FaultTableTest() throws IOException, InterruptedException {
        server = FaultyConversation.server();
    }

    static Stream<FaultRow> rows() {
        return FaultRows.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nothingIsLost(FaultRow row) throws Exception {
        String moment = row.broken() instanceof Broken.Way ? "–" : forAMoment(row);
        String standing = row.told() ? untilItIsMended(row) : unnoticed(row);
        lines.add("| " + row.service() + " | " + row.name() + " | " + moment + " | " + standing + " |");
    }

    /** One request fails; what the user notices of it. */
    private String forAMoment(FaultRow row) throws Exception {
        try (FaultyConversation talk = new FaultyConversation(server, row.voice(), row.stall())) {
            switch (row.broken()) {
                case Broken.Answer(var fault) -> server.script().fail(row.stage(), fault);
                case Broken.Sentence(var fault) -> server.realtime().script().fail(fault);
                case Broken.Handshake(var fault) -> server.realtime().script().refuse(fault);
                case Broken.Calls(var calls) -> server.script().calls("", calls);
                case Broken.Way _ -> throw new IllegalArgumentException("such things last");
            }
            talk.says();
            List<String> troubles = talk.troubles();
            heal(row);
            if (!troubles.isEmpty()) {
                talk.triesAgain();
                assertEquals(List.of(), talk.troubles(), "well again");
            }
            nothingIsLeft(talk);
            return troubles.isEmpty() ? "nothing" : "told, then well";
        }
    }

    /** Every request fails until somebody mends it; what the user sees, and how often was asked. */
    private String untilItIsMended(FaultRow row) throws Exception {
        try (FaultyConversation talk = new FaultyConversation(server, row.voice(), row.stall());
                BrokenWay way = new BrokenWay()) {
            breakFor(row, talk, way);
            talk.says();
            List<String> troubles = talk.troubles();
            assertEquals(1, troubles.size(), () -> "told once: " + troubles);
            assertFalse(troubles.getFirst().contains(PLANTED), "the key is shown");
            assertFalse(troubles.getFirst().contains(FaultyConversation.SAID), "what was said is shown");
            talk.awaitUtteranceKept(row.stage() == Stage.TRANSCRIPTION);
            int requests = talk.requests(row.stage());
            assertTrue(requests <= MOST_REQUESTS, () -> requests + " requests");
            heal(row);
            talk.isMended();
            talk.triesAgain();
            assertEquals(List.of(), talk.troubles(), "well again");
            nothingIsLeft(talk);
            return troubles.getFirst() + " | " + requests + " | "
                    + (row.stage() == Stage.TRANSCRIPTION ? "the utterance, on disk" : "the message, in the history");
        } finally {
            heal(row);
        }
    }

    /** Every answer is like this, and good enough. */
    private String unnoticed(FaultRow row) throws Exception {
        try (FaultyConversation talk = new FaultyConversation(server, row.voice(), row.stall());
                BrokenWay way = new BrokenWay()) {
            breakFor(row, talk, way);
            talk.says();
            assertEquals(List.of(), talk.troubles());
            int requests = talk.requests(row.stage());
            nothingIsLeft(talk);
            return "nothing | " + requests + " | all";
        } finally {
            heal(row);
        }
    }

    private void breakFor(FaultRow row, FaultyConversation talk, BrokenWay way) throws Exception {
        switch (row.broken()) {
            case Broken.Answer(var fault) -> server.script().failAlways(row.stage(), fault);
            case Broken.Sentence(var fault) -> server.realtime().script().failAlways(fault);
            case Broken.Handshake(var fault) -> server.realtime().script().refuseAlways(fault);
            case Broken.Calls(var calls) -> server.script().calls("", calls);
            case Broken.Way(var kind) -> talk
                    .uses(way.services(FaultyConversation.endpoints(server, row.voice()), row.stage(), kind));
        }
    }

    private void heal(FaultRow row) {
        server.script().heal(row.stage());
        server.realtime().script().heal();
    }

    private void nothingIsLeft(FaultyConversation talk) throws InterruptedException {
        talk.awaitUtteranceKept(false);
        assertEquals(List.of(Message.user(FaultyConversation.SAID), Message.partner(FaultyConversation.REPLY)),
                talk.end());
        server.log().await(all -> all.stream().noneMatch(request -> request.isOpen()), "all requests are over");
    }

    @BeforeAll
    void begin() {
        lines.add("| service | fault | for a moment | until it is mended | requests | kept |");
        lines.add("|---|---|---|---|---|---|");
    }

    @AfterAll
    void write() {
        server.close();
        try {
            Files.createDirectories(FOLDER);
            Files.write(TABLE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
