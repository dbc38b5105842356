package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.SpokenWords;
import org.vivavoce.conversation.TraceEvent;
import org.vivavoce.openai.testing.SeenRequest;

/** Coughs and key clicks while the partner speaks: it may fall silent for a moment, but must go on, to its last word. */
final class CoughScenario implements Scenario {

    private static final double LEAST_GOING_ON = 0.95;
    private static final double LEAST_LIKENESS = 0.8;
    private static final int EARLIEST_MS = 600;
    private static final int LATEST_MS = 3500; // the replies take seven seconds
    private static final String PROMPT = "Please go on, I am listening.";

    private final int coughs;

    CoughScenario(int coughs) {
        this.coughs = coughs;
    }

    @Override
    public void run(Desk desk, Report report) throws Exception {
        List<Boolean> wentOn = new ArrayList<>();
        List<Double> stopped = new ArrayList<>();
        try {
            TalkSession session = desk.session("adaptive");
            Spoken prompt = desk.one("cough-prompt", PROMPT);
            for (int i = 0; i < coughs; i++) {
                boolean isCough = i % 2 == 0;
                WaveFile noise = isCough ? Noises.cough(desk.random()) : Noises.keyClicks(desk.random());
                Path file = Path.of("target", "bench", "spoken", "noise-" + i + ".wav").toAbsolutePath();
                noise.padded(desk.pause(EARLIEST_MS, LATEST_MS), noise.duration()).write(file);
                TalkSession.Start start = session.say(prompt);
                TraceEvent sounds = session.trace().awaitFrom(start.traceIndex(), "first-sound", "error");
                session.recogniser().expect(List.of());
                long noiseNanos = System.nanoTime();
                session.talk().card().play(file).await();
                TraceEvent end = session.trace().awaitFrom(sounds.index(), "reply-end", "interrupted", "error");
                session.settle();
                TurnRecord turn = session.collect(start, session.trace().nanosOf(end));
                boolean whole = end.is("reply-end") && isHeardToItsEnd(turn, session)
                        && turn.of(Stage.CHAT).stream().noneMatch(chat -> chat.times().arrived() > noiseNanos);
                wentOn.add(whole);
                ObjectNode row = JsonNodeFactory.instance.objectNode().put("kind", isCough ? "cough" : "keys")
                        .put("went-on", whole).put("ended-by", end.name());
                stopMs(turn).ifPresent(ms -> {
                    stopped.add(ms);
                    row.put("stopped-ms", Math.round(ms));
                });
                report.row(row);
            }
        } finally {
            report.spread("stopped for, ms", stopped);
            long going = wentOn.stream().filter(one -> one).count();
            report.find(Finding.told("coughs and key clicks over a reply", wentOn.size()));
            report.find(Finding.told("replies that stopped for a moment", stopped.size()));
            report.find(Finding.atLeast("share that went on to their end", (double) going / wentOn.size(),
                    LEAST_GOING_ON));
        }
    }

    /** The last piece that was asked to be spoken is in the recording, whole. */
    private static boolean isHeardToItsEnd(TurnRecord turn, TalkSession session) throws Exception {
        List<SeenRequest> speech = turn.of(Stage.SPEECH);
        if (speech.isEmpty()) {
            return false;
        }
        WaveFile last = new WaveFile(session.server().spoken(speech.getLast().field("input")),
                SpokenWords.SERVER_RATE);
        return Correlation.of(last, turn.heard().sound()).coefficient() >= LEAST_LIKENESS;
    }

    /** From the first time the reply was stopped to when it went on. */
    private static Optional<Double> stopMs(TurnRecord turn) {
        return turn.moments("paused").stream().findFirst().flatMap(paused -> turn.moments("resumed").stream()
                .filter(resumed -> resumed.nanos() >= paused.nanos()).findFirst()
                .map(resumed -> (resumed.nanos() - paused.nanos()) / 1e6));
    }
}
