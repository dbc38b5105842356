package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.openai.BrokenWay;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.RealtimeFault;

/**
 * A row of the fault table. A value.
 *
 * @param name   what goes wrong
 * @param stage  where
 * @param broken how it is brought about
 * @param told   whether the user has to be told when it stays
 */
record FaultRow(String name, Stage stage, Broken broken, boolean told) {

    private static final Duration PATIENT = Duration.ofSeconds(10);
    /** Only rows that wait for it to end have it: on a busy computer a healthy answer may take as long. */
    private static final Duration IMPATIENT = Duration.ofMillis(400);

    /** How a fault is brought about. */
    sealed interface Broken {
        /** The server fails as scripted. */
        record Answer(Fault fault) implements Broken {}

        /** A sentence over the socket fails as scripted. */
        record Sentence(RealtimeFault fault) implements Broken {}

        /** The socket cannot be opened. */
        record Handshake(Fault fault) implements Broken {}

        /** The chat model calls for this before it says anything. */
        record Calls(List<ToolCall> calls) implements Broken {}

        /** The service is not reached. */
        record Way(BrokenWay.Kind kind) implements Broken {}
    }

    /** How long silence in an answer is borne. */
    Duration stall() {
        return name.startsWith("stall") ? IMPATIENT : PATIENT;
    }

    /** The model that speaks. */
    String voice() {
        return isOverSocket() ? "gpt-realtime-2.1-mini" : "gpt-4o-mini-tts";
    }

    /** What stands in the table. */
    String service() {
        return stage.spokenName() + (isOverSocket() ? ", Realtime" : "");
    }

    private boolean isOverSocket() {
        return broken instanceof Broken.Sentence || broken instanceof Broken.Handshake;
    }

    @Override
    public String toString() {
        return service() + ": " + name;
    }
}
