package org.vivavoce.session;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vivavoce.session.TurnLatency.Stage;

/**
 * Makes a line a turn of the many events of a trace: how long after the user's last sound each stage of the reply was reached. Passes
 * every event on. Thread-safe, as traces are.
 */
final class LatencyMeter implements Trace {

    private static final long NONE = -1;

    private final Trace inner;
    private final Consumer<TurnLatency> measured;
    private final Map<Stage, Long> ofUser = new EnumMap<>(Stage.class); // this and below: guarded by this
    private final Map<Stage, Long> ofReply = new EnumMap<>(Stage.class);
    private long reply = NONE;

    LatencyMeter(Trace inner, Consumer<TurnLatency> measured) {
        this.inner = inner;
        this.measured = measured;
    }

    @Override
    public void event(long atMillis, String event, Map<String, Object> values) {
        inner.event(atMillis, event, values);
        switch (event) {
            case "soft-end" -> ofUser(Stage.SOFT_END, atMillis);
            case "upload" -> ofUser(Stage.SENT, atMillis);
            case "transcript" -> ofUser(Stage.TRANSCRIPT, atMillis);
            case "end-of-turn" -> ofUser(Stage.TURN_END, atMillis);
            case "first-token" -> ofReply(Stage.FIRST_TOKEN, number(values, "reply"), atMillis);
            case "speech-request" -> ofReply(Stage.FIRST_CLAUSE, number(values, "reply"), atMillis);
            case "speech-first-byte" -> ofReply(Stage.FIRST_BYTE, number(values, "reply"), atMillis);
            case "first-sound" -> sounded(atMillis, number(values, "reply"), number(values, "gap"));
            default -> {
            }
        }
    }

    @Override
    public void text(long atMillis, String event, String text) {
        inner.text(atMillis, event, text);
    }

    private synchronized void ofUser(Stage stage, long atMillis) {
        ofUser.put(stage, atMillis);
    }

    /** The first clause, token and byte of a reply count, and only those of the newest. */
    private synchronized void ofReply(Stage stage, long ofReply, long atMillis) {
        if (ofReply != reply) {
            reply = ofReply;
            this.ofReply.clear();
        }
        this.ofReply.putIfAbsent(stage, atMillis);
    }

    private void sounded(long atMillis, long ofReply, long gapMillis) {
        if (gapMillis == NONE) {
            return; // an opening, a gentle prompt, or the answer to a typed line
        }
        TurnLatency latency = take(atMillis, ofReply, atMillis - gapMillis);
        Map<String, Object> line = new HashMap<>();
        latency.millis().forEach((stage, millis) -> line.put(stage.words().replace(' ', '-'), millis));
        inner.event(atMillis, "turn-latency", line);
        measured.accept(latency);
    }

    private synchronized TurnLatency take(long atMillis, long ofReply, long lastVoiceAt) {
        Map<Stage, Long> stages = new EnumMap<>(ofUser);
        if (ofReply == reply) {
            stages.putAll(this.ofReply);
        }
        stages.put(Stage.FIRST_SOUND, atMillis);
        stages.replaceAll((stage, at) -> at - lastVoiceAt);
        stages.values().removeIf(millis -> millis < 0); // of an earlier turn
        ofUser.clear();
        return new TurnLatency(stages);
    }

    private static long number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number number ? number.longValue() : NONE;
    }
}
