package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Recorder;
import org.vivavoce.conversation.Take;
import org.vivavoce.conversation.TraceEvent;
import org.vivavoce.openai.testing.HttpRequest;
import org.vivavoce.openai.testing.SeenRequest;

/** Puts together what a turn would have left behind, for tests of measuring. Times are milliseconds since a moment. */
final class MadeUpTurn {

    static final long ZERO_NANOS = 5_000_000_000L;

    private final short[] said = new short[Recorder.RATE * 30];
    private final short[] heard = new short[Recorder.RATE * 30];
    private final List<Moment> trace = new ArrayList<>();
    private final List<SeenRequest> requests = new ArrayList<>();

    static long nanos(double ms) {
        return ZERO_NANOS + Math.round(ms * 1e6);
    }

    MadeUpTurn userSays(double atMs, WaveFile sound) {
        put(said, atMs, sound);
        return this;
    }

    MadeUpTurn partnerSounds(double atMs, WaveFile sound) {
        put(heard, atMs, sound);
        return this;
    }

    /** What is recorded of the partner from some time to another becomes so many times as loud. */
    MadeUpTurn partnerIsTurnedTo(double factor, double fromMs, double toMs) {
        for (int i = at(fromMs); i < at(toMs); i++) {
            heard[i] = (short) Math.round(heard[i] * factor);
        }
        return this;
    }

    MadeUpTurn event(double atMs, String name) {
        return event(atMs, name, JsonNodeFactory.instance.objectNode());
    }

    /** Words in the trace. */
    MadeUpTurn text(double atMs, String name, String text) {
        return event(atMs, name, JsonNodeFactory.instance.objectNode().put("text", text));
    }

    MadeUpTurn event(double atMs, String name, ObjectNode values) {
        trace.add(new Moment(nanos(atMs),
                new TraceEvent(trace.size(), Math.round(atMs), name, values, nanos(atMs))));
        return this;
    }

    MadeUpTurn upload(double atMs, Duration length) {
        byte[] audio = WaveFile.silence(length, Recorder.RATE).bytes();
        return request(Stage.TRANSCRIPTION, atMs, new SeenRequest.Content(Map.of(), MissingNode.getInstance(), audio,
                "a.wav", "audio/wav"), 0);
    }

    /** @param messages each as {@code role: text} */
    MadeUpTurn chat(double atMs, String... messages) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String message : messages) {
            String[] parts = message.split(": ", 2);
            json.withArray("/messages").addObject().put("role", parts[0]).put("content", parts[1]);
        }
        return request(Stage.CHAT, atMs, new SeenRequest.Content(Map.of(), json, new byte[0], "", ""), 0);
    }

    MadeUpTurn speech(double atMs, String text) {
        return speechCancelled(atMs, text, 0);
    }

    /** @param cancelledMs 0 for an answer that was given */
    MadeUpTurn speechCancelled(double atMs, String text, double cancelledMs) {
        return request(Stage.SPEECH, atMs, new SeenRequest.Content(Map.of("input", text), MissingNode.getInstance(),
                new byte[0], "", ""), cancelledMs);
    }

    TurnRecord record() {
        return new TurnRecord(new Take(new WaveFile(said, Recorder.RATE), ZERO_NANOS),
                new Take(new WaveFile(heard, Recorder.RATE), ZERO_NANOS), trace, requests);
    }

    private MadeUpTurn request(Stage stage, double atMs, SeenRequest.Content content, double cancelledMs) {
        int nth = 1 + (int) requests.stream().filter(seen -> seen.stage().equals(Optional.of(stage))).count();
        requests.add(new SeenRequest(requests.size() + 1, Optional.of(stage), nth,
                new HttpRequest("POST", "/", "", Map.of(), new byte[0]), content,
                new SeenRequest.Times(nanos(atMs), nanos(atMs + 1), cancelledMs == 0 ? nanos(atMs + 1) : 0,
                        cancelledMs == 0 ? 0 : nanos(cancelledMs))));
        return this;
    }

    private static void put(short[] recording, double atMs, WaveFile sound) {
        short[] samples = sound.at(Recorder.RATE).samples();
        System.arraycopy(samples, 0, recording, at(atMs), samples.length);
    }

    private static int at(double ms) {
        return (int) Math.round(ms * Recorder.RATE / 1000);
    }
}
