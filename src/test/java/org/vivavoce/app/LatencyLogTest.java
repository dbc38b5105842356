package org.vivavoce.app;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.session.TurnLatency.Stage;
import org.vivavoce.settings.DataFolder;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The log of the program as it is written to the disk. */
class LatencyLogTest {

    private static final ConversationEvent.Ended ENDED = new ConversationEvent.Ended(new SessionSummary(
            Duration.ofMinutes(1), 1, 2, Duration.ZERO, Duration.ZERO, 0, Optional.empty()));

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final List<ConversationEvent> passed = new ArrayList<>();
    private final LatencyLog log = new LatencyLog(passed::add);

    @BeforeEach
    void openLog() {
        LogFile.writeTo(DataFolder.open(folder));
    }

    @AfterEach
    void closeLog() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
        }
    }

    /** What was logged, without the time. */
    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("logs").resolve("vivavoce.log")).stream()
                .map(line -> line.replaceFirst("^.*? LatencyLog: ", "")).toList();
    }

    private void measured(Map<Stage, Long> millis) {
        log.on(new ConversationEvent.TurnMeasured(new TurnLatency(millis)));
    }

    @Test
    void eachTurnIsALineAndTheEndTellsTheFirstSoundOfAll() throws IOException {
        measured(Map.of(Stage.SOFT_END, 250L, Stage.SENT, 262L, Stage.TRANSCRIPT, 1040L, Stage.FIRST_TOKEN, 1620L,
                Stage.FIRST_CLAUSE, 1710L, Stage.FIRST_BYTE, 2540L, Stage.TURN_END, 1100L, Stage.FIRST_SOUND, 2610L));
        measured(Map.of(Stage.SENT, 1510L, Stage.FIRST_SOUND, 4400L));
        log.on(ENDED);

        assertEquals(List.of(
                "turn 1: soft end 250, sent 262, transcript 1040, first token 1620, first clause 1710, first byte 2540,"
                        + " end of turn 1100, first sound 2610 ms",
                "turn 2: sent 1510, first sound 4400 ms",
                "conversation ended, turns measured 2: first sound P50 2610, P95 4400 ms"), lines());
    }

    @Test
    void aConversationWithoutAnAnswerSaysSo() throws IOException {
        log.on(ENDED);

        assertEquals(List.of("conversation ended, no turn measured"), lines());
    }

    @Test
    void everyEventIsPassedOnAndNothingThatWasSaidIsLogged() throws IOException {
        ConversationEvent said = new ConversationEvent.UserSaid("a secret", false);
        ConversationEvent answered = new ConversationEvent.PartnerSaid("another one");
        log.on(said);
        log.on(answered);
        log.on(ENDED);

        assertEquals(List.of(said, answered, ENDED), passed);
        assertEquals(1, lines().size());
    }
}
