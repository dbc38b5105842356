package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.TurnLatency.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LatencyMeterTest {

    private final List<String> passed = new ArrayList<>();
    private final List<TurnLatency> turns = new ArrayList<>();
    private final LatencyMeter meter = new LatencyMeter((at, event, values) -> passed.add(event), turns::add);

    @Test
    void aTurnIsMeasuredFromTheUsersLastSound() {
        happens(1250, "soft-end", Map.of("last-voice", 1000L));
        happens(1260, "upload", Map.of("piece", 1L));
        happens(2000, "transcript", Map.of("piece", 1L));
        happens(2500, "first-token", Map.of("reply", 1L));
        happens(2600, "speech-request", Map.of("reply", 1L, "sentence", 0));
        happens(2700, "speech-request", Map.of("reply", 1L, "sentence", 1));
        happens(2650, "end-of-turn", Map.of("last-voice", 1000L));
        happens(3400, "speech-first-byte", Map.of("reply", 1L));
        happens(3450, "first-sound", Map.of("reply", 1L, "gap", 2450L));

        assertEquals(Map.of(Stage.SOFT_END, 250L, Stage.SENT, 260L, Stage.TRANSCRIPT, 1000L, Stage.FIRST_TOKEN, 1500L,
                Stage.FIRST_CLAUSE, 1600L, Stage.FIRST_BYTE, 2400L, Stage.TURN_END, 1650L, Stage.FIRST_SOUND, 2450L),
                turns.getFirst().millis());
        assertEquals("turn-latency", passed.getLast());
        assertEquals(10, passed.size());
    }

    @Test
    void aReplyThatWasTakenBackDoesNotCount() {
        happens(1250, "soft-end", Map.of());
        happens(1700, "first-token", Map.of("reply", 1L));
        happens(3250, "soft-end", Map.of());
        happens(3700, "first-token", Map.of("reply", 2L));
        happens(4000, "first-sound", Map.of("reply", 2L, "gap", 1000L));

        assertEquals(Map.of(Stage.SOFT_END, 250L, Stage.FIRST_TOKEN, 700L, Stage.FIRST_SOUND, 1000L),
                turns.getFirst().millis());
    }

    @Test
    void anOpeningIsNoTurn() {
        happens(100, "first-sound", Map.of("reply", 1L));

        assertEquals(List.of(), turns);
    }

    @Test
    void theSummaryHasHalfAndNineteenOfTwenty() {
        LatencySummary summary = new LatencySummary();
        for (long turn = 1; turn <= 20; turn++) {
            summary.add(new TurnLatency(Map.of(Stage.FIRST_SOUND, turn * 100)));
        }
        summary.add(new TurnLatency(Map.of(Stage.SOFT_END, 250L)));

        assertEquals(List.of(new LatencySummary.Row(Stage.SOFT_END, 250, 250, 250),
                new LatencySummary.Row(Stage.FIRST_SOUND, 1000, 1900, -1)), summary.rows());
        assertEquals(21, summary.turns());
    }

    private void happens(long at, String event, Map<String, Object> values) {
        meter.event(at, event, values);
    }
}
