package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.vivavoce.openai.testing.Delays;

/** Many short turns in one conversation, spoken and typed by turns: whether the program grows. */
final class EnduranceScenario implements Scenario {

    private static final int WARM_UP_TURNS = 20; // classes, compiled code, connections
    private static final int LOOK_EVERY = 50;
    private static final double MOST_HEAP = 1.10;
    private static final int MOST_MORE_THREADS = 2;
    private static final int MOST_MORE_HANDLES = 2;

    private final int turns;

    EnduranceScenario(int turns) {
        this.turns = turns;
    }

    @Override
    public void run(Desk desk, Report report) throws Exception {
        List<String> texts = desk.texts().list("endurance");
        try (TalkSession session = desk.fresh()) {
            session.delays(Delays.NONE);
            session.replies().become(desk.texts().list("tiny_replies"));
            for (int i = 0; i < WARM_UP_TURNS; i++) {
                turn(desk, session, texts, i);
            }
            ProcessFigures first = look(session, report, 0);
            ProcessFigures last = first;
            for (int i = 1; i <= turns; i++) {
                turn(desk, session, texts, i);
                if (i % LOOK_EVERY == 0 || i == turns) {
                    last = look(session, report, i);
                }
            }
            report.find(Finding.told("turns", turns));
            report.find(Finding.atMost("live heap at the end / at the start",
                    (double) last.heapBytes() / first.heapBytes(), MOST_HEAP));
            report.find(Finding.atMost("threads more", last.threads() - first.threads(), MOST_MORE_THREADS));
            report.find(Finding.atMost("file handles more", last.handles() - first.handles(), MOST_MORE_HANDLES));
        }
    }

    private static void turn(Desk desk, TalkSession session, List<String> texts, int number) {
        String text = texts.get(number % texts.size());
        if (number % 2 == 0) {
            session.speak(desk.one("endurance-" + number % texts.size(), text));
        } else {
            session.type(text);
        }
    }

    private static ProcessFigures look(TalkSession session, Report report, int turn)
            throws java.io.IOException, InterruptedException {
        ProcessFigures now = ProcessFigures.of(session.talk().program().pid());
        report.row(JsonNodeFactory.instance.objectNode().put("turn", turn).put("heap-bytes", now.heapBytes())
                .put("threads", now.threads()).put("handles", now.handles()));
        return now;
    }
}
