package org.vivavoce.bench.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vivavoce.conversation.Talk;
import org.vivavoce.conversation.TalkProgram;
import org.vivavoce.conversation.TraceEvent;
import org.vivavoce.conversation.TraceReader;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.openai.testing.SocketSpeech;
import org.vivavoce.settings.Settings;

/**
 * The real program in a long conversation, with a sound card and a server of its own: says things and collects what came of them. Used by
 * the bench's main thread.
 */
final class TalkSession implements AutoCloseable {

    /** A reply's last samples, and what the recording is late, are within this after it. */
    private static final Duration TAIL = Duration.ofMillis(500);

    private final LocalOpenAi server = Talk.newServer();
    private final Recogniser recogniser = new Recogniser();
    private final Replies replies;
    private final Talk talk;

    /** What something said led to, still under way. */
    record Start(int traceIndex, int requests, long nanos) {}

    private TalkSession(List<String> replies, List<String> arguments) {
        this.replies = new Replies(replies);
        server.script().transcriptsBy(recogniser);
        server.script().repliesBy(this.replies);
        server.script().delays(Pace.DELAYS);
        this.talk = Talk.withServer(server, arguments.toArray(String[]::new));
    }

    /**
     * Starts the program; it listens when this returns.
     *
     * @param replies what the partner may say
     * @param options of {@code vivavoce talk}
     */
    static TalkSession start(List<String> replies, String... options) {
        Path data = TalkProgram.freshHome("bench");
        Settings settings = Settings.defaults();
        Talk.writeSettings(data, settings.withTurnTaking(settings.turnTaking().withSilencePrompts(false)));
        List<String> arguments = new ArrayList<>(List.of("--no-opening", "--data", data.toString()));
        arguments.addAll(List.of(options));
        TalkSession session = new TalkSession(replies, arguments);
        try {
            session.trace().await("listening", 1);
            return session;
        } catch (AssertionError e) {
            session.close();
            throw e;
        }
    }

    LocalOpenAi server() {
        return server;
    }

    Recogniser recogniser() {
        return recogniser;
    }

    Replies replies() {
        return replies;
    }

    Talk talk() {
        return talk;
    }

    TraceReader trace() {
        return talk.trace();
    }

    /** Speaks a turn and waits until it is answered and the user may speak again. */
    TurnRecord turn(Spoken spoken) {
        return finish(say(spoken));
    }

    /** Speaks a turn and waits until it is answered; nothing is measured. */
    void speak(Spoken spoken) {
        say(spoken);
        awaitReply(trace().size());
    }

    /** Types a turn and waits until it is answered and the user may speak again. */
    void type(String text) {
        Start start = begin();
        talk.program().type(text);
        awaitReply(start.traceIndex());
    }

    /** Says something and waits until it is said. */
    Start say(Spoken spoken) {
        recogniser.expect(spoken.phrases());
        Start start = begin();
        talk.card().play(spoken.file()).await();
        return start;
    }

    /** Marks where the log and the trace stand. */
    Start begin() {
        return new Start(trace().size(), server.log().all().size(), System.nanoTime());
    }

    /** Waits for the answer to what was said, and collects all of it. */
    TurnRecord finish(Start start) {
        TraceEvent listening = awaitReply(trace().size());
        return collect(start, trace().nanosOf(listening));
    }

    /** Waits until a reply has ended, or failed, and the user may speak. */
    TraceEvent awaitReply(int traceIndex) {
        TraceEvent end = trace().awaitFrom(traceIndex, "reply-end", "error", "empty-transcript");
        return trace().awaitFrom(end.index(), "listening");
    }

    /** Waits until nothing of a reply is left and the user may speak, however it came to that. */
    void settle() {
        while (true) {
            List<TraceEvent> events = trace().all();
            int listening = lastOf(events, "listening");
            int busy = Math.max(lastOf(events, "speech-start"), lastOf(events, "chat-request"));
            if (listening > busy) {
                return;
            }
            trace().awaitFrom(events.size(), "listening");
        }
    }

    private static int lastOf(List<TraceEvent> events, String name) {
        return events.stream().filter(event -> event.is(name)).mapToInt(TraceEvent::index).max().orElse(-1);
    }

    /** All of what happened since. */
    TurnRecord collect(Start start, long toNanos) {
        long to = toNanos + TAIL.toNanos();
        List<TraceEvent> events = trace().all();
        List<Moment> moments = events.subList(start.traceIndex(), events.size()).stream()
                .map(event -> new Moment(trace().nanosOf(event), event)).filter(moment -> moment.nanos() <= to)
                .toList();
        TurnRecord record = new TurnRecord(talk.said(start.nanos(), to), talk.heard(start.nanos(), to), moments,
                List.of());
        List<SeenRequest> all = server.log().all(); // last: by now what was to be cancelled is
        Stream<SeenRequest> spoken = SocketSpeech.in(server.realtime().log()).stream()
                .filter(request -> request.times().arrived() >= start.nanos());
        return new TurnRecord(record.said(), record.heard(), moments,
                Stream.concat(all.subList(start.requests(), all.size()).stream(), spoken)
                        .filter(request -> request.times().arrived() <= to).toList());
    }

    /** Measures turns of this conversation. */
    TurnMeasure measure() {
        return new TurnMeasure(replies, server::spoken);
    }

    /** The server with other delays. */
    void delays(Delays delays) {
        server.script().delays(delays);
    }

    @Override
    public void close() {
        talk.close();
    }
}
