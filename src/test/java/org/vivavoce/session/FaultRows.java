package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.openai.BrokenWay;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.Fault.Kind;
import org.vivavoce.openai.testing.RealtimeFault;

/** All that can go wrong with a service. Functions without state. */
final class FaultRows {

    private static final Set<Kind> CHAT_ONLY = EnumSet.of(Kind.MISSING_FINISH_REASON, Kind.ERROR_IN_STREAM);
    private static final Set<Kind> SOUND_ONLY = EnumSet.of(Kind.TRUNCATED_SOUND, Kind.WAV_SOUND);
    /** The answer is good, or as good as can be known. */
    private static final Set<Kind> UNNOTICED = EnumSet.of(Kind.WRONG_TYPE, Kind.TRUNCATED_SOUND, Kind.WAV_SOUND);

    private FaultRows() {}

    static Stream<FaultRow> all() {
        return Stream.of(Stream.of(Stage.values()).flatMap(FaultRows::of), calls(), overSocket())
                .flatMap(rows -> rows);
    }

    private static Stream<FaultRow> of(Stage stage) {
        List<FaultRow> rows = new ArrayList<>();
        for (int status : new int[]{400, 403, 404, 405, 408, 409, 413, 422, 500, 502, 503}) {
            rows.add(answer(String.valueOf(status), stage, Fault.error(status, "No.", "")));
        }
        rows.add(answer("401", stage, Fault.error(401, "Incorrect API key provided: sk-planted-key-0123456789.",
                "invalid_api_key")));
        rows.add(answer("429", stage, Fault.error(429, "Slow down.", "rate_limit_exceeded")));
        rows.add(answer("429, wait 1 s", stage, limited("1")));
        rows.add(answer("429, wait 30 s", stage, limited("30")));
        rows.add(answer("quota", stage, Fault.error(429, "You exceeded your current quota.", "insufficient_quota")));
        rows.add(answer("200 with an error", stage,
                Fault.status(200, "{\"error\": \"Unexpected endpoint or method.\"}", Map.of())));
        for (Kind kind : Kind.values()) {
            if (kind != Kind.STATUS && (stage == Stage.CHAT || !CHAT_ONLY.contains(kind))
                    && (stage == Stage.SPEECH || !SOUND_ONLY.contains(kind))) {
                rows.add(new FaultRow(name(kind), stage, new FaultRow.Broken.Answer(Fault.of(kind)),
                        !UNNOTICED.contains(kind)));
            }
        }
        for (BrokenWay.Kind kind : BrokenWay.Kind.values()) {
            rows.add(new FaultRow(name(kind), stage, new FaultRow.Broken.Way(kind), true));
        }
        return rows.stream();
    }

    private static Stream<FaultRow> calls() {
        return Stream.of(
                calls("tool call malformed", new ToolCall("call_1", "note", "{\"text\": \"a brid")),
                calls("tool call without its argument", new ToolCall("call_1", "note", "{}")),
                calls("tool call with a wrong argument", new ToolCall("call_1", "note", "{\"text\": {\"a\": 1}}")),
                calls("tool call of what does not exist", new ToolCall("call_1", "sing", "{}")),
                calls("tool call that fails", new ToolCall("call_1", "broken", "{}")),
                calls("tool call that shows a mistake of the program", new ToolCall("call_1", "mistaken", "{}")),
                calls("tool calls, both right", new ToolCall("call_1", "look", "{}"),
                        new ToolCall("call_2", "note", "{\"text\": \"a bridge\"}")),
                calls("tool calls of which one fails", new ToolCall("call_1", "broken", "{}"),
                        new ToolCall("call_2", "note", "{\"text\": \"a bridge\"}")));
    }

    private static FaultRow calls(String name, ToolCall... calls) {
        return new FaultRow(name, Stage.CHAT, new FaultRow.Broken.Calls(List.of(calls)), false);
    }

    private static Stream<FaultRow> overSocket() {
        Stream<FaultRow> sentences = Arrays.stream(RealtimeFault.Kind.values())
                .map(kind -> new FaultRow(name(kind), Stage.SPEECH, new FaultRow.Broken.Sentence(
                        new RealtimeFault(kind, "server_error", "The server had an error.")), true));
        Stream<FaultRow> handshakes = Stream.of(handshake("handshake 401", Fault.error(401, "No.", "invalid_api_key")),
                handshake("handshake 404", Fault.error(404, "No.", "")),
                handshake("handshake 503", Fault.error(503, "No.", "")),
                handshake("handshake html", Fault.of(Kind.HTML)),
                handshake("handshake cut", Fault.of(Kind.CUT_BEFORE_HEADERS)),
                handshake("stall in the handshake", Fault.of(Kind.STALL_BEFORE_HEADERS)));
        return Stream.concat(sentences, handshakes);
    }

    private static FaultRow answer(String name, Stage stage, Fault fault) {
        return new FaultRow(name, stage, new FaultRow.Broken.Answer(fault), true);
    }

    private static FaultRow handshake(String name, Fault fault) {
        return new FaultRow(name, Stage.SPEECH, new FaultRow.Broken.Handshake(fault), true);
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Fault limited(String seconds) {
        return Fault.status(429, "{\"error\": {\"message\": \"Slow down.\", \"code\": \"rate_limit_exceeded\"}}",
                Map.of("Retry-After", seconds));
    }
}
