package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.List;
import org.vivavoce.openai.testing.Script;
import org.vivavoce.settings.ServicePresets;

/** Whether one slow answer in ten, of whichever service, is felt: how much longer the slowest gaps are than the usual one. */
final class SlowTenthScenario implements Scenario {

    private static final int EVERY = 10;
    private static final Duration BY = Duration.ofSeconds(5);
    private static final double MOST_OF_MEDIAN = 1.6;

    private final int turns;

    SlowTenthScenario(int turns) {
        this.turns = turns;
    }

    @Override
    public void run(Desk desk, Report report) throws Exception {
        TalkSession session = desk.service(ServicePresets.OPENAI); // there a slow request is sent a second time
        List<String> texts = desk.texts().list("short");
        // one to four pieces of speech a reply, else the slow one would always be of the same service
        session.replies().become(desk.texts().list("varied_replies"));
        Script script = session.server().script();
        script.slowEvery(EVERY, BY);
        Turns slow = new Turns("every tenth request 5 s late");
        try {
            for (int i = 0; i < turns; i++) {
                slow.add(session.measure().of(session.turn(desk.one("tenth-" + i, texts.get(i % texts.size())))),
                        report);
            }
        } finally {
            script.slowEvery(0, Duration.ZERO);
            Spread gaps = slow.tellGaps(report);
            report.find(Finding.atMost("P95 of the gap / P50", gaps.p95() / gaps.median(), MOST_OF_MEDIAN));
            report.find(Finding.told("turns with a filler", slow.fillers()));
            report.find(Finding.told("chat calls a turn", slow.chatsATurn()));
            report.find(Finding.told("audio sent / spoken", slow.sentOfSpoken()));
        }
    }
}
