package org.vivavoce.app;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.LatencySummary;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.session.TurnLatency.Stage;

/**
 * Writes a line a turn into the log of the program: how long each stage of the reply took; and at the end of a conversation how long
 * the first sound took over all of its turns. Numbers only. Told on the {@code session} thread, and passes every event on first.
 */
final class LatencyLog implements ConversationListener {

    private static final Logger LOG = LoggerFactory.getLogger(LatencyLog.class);

    private final LatencySummary summary = new LatencySummary();
    private final ConversationListener inner;

    LatencyLog(ConversationListener inner) {
        this.inner = inner;
    }

    @Override
    public void on(ConversationEvent event) {
        inner.on(event);
        if (event instanceof ConversationEvent.TurnMeasured(TurnLatency latency)) {
            summary.add(latency);
            LOG.info("turn {}: {} ms", summary.turns(), line(latency));
        } else if (event instanceof ConversationEvent.Ended) {
            logEnd();
        }
    }

    private static String line(TurnLatency latency) {
        Map<Stage, Long> millis = latency.millis();
        return Arrays.stream(Stage.values()).filter(millis::containsKey)
                .map(stage -> stage.words() + " " + millis.get(stage)).collect(Collectors.joining(", "));
    }

    private void logEnd() {
        summary.rows().stream().filter(row -> row.stage() == Stage.FIRST_SOUND).findFirst().ifPresentOrElse(
                row -> LOG.info("conversation ended, turns measured {}: first sound P50 {}, P95 {} ms", summary.turns(),
                        row.p50(), row.p95()),
                () -> LOG.info("conversation ended, no turn measured"));
    }
}
