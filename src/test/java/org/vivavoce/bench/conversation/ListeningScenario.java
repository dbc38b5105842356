package org.vivavoce.bench.conversation;

import java.time.Duration;
import org.vivavoce.conversation.VirtualPause;

/** How much of a processor core the program takes while it only listens. */
final class ListeningScenario implements Scenario {

    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final double MOST_PERCENT = 8;

    private final Duration length;

    ListeningScenario(Duration length) {
        this.length = length;
    }

    @Override
    public void run(Desk desk, Report report) {
        TalkSession session = desk.session("adaptive");
        VirtualPause.inMicrophone(session.talk().card(), SETTLING);
        long pid = session.talk().program().pid();
        Duration before = ProcessFigures.processorTime(pid);
        long began = System.nanoTime();
        VirtualPause.inMicrophone(session.talk().card(), length);
        double used = ProcessFigures.processorTime(pid).minus(before).toNanos();
        report.find(Finding.atMost("processor while listening, % of a core",
                100 * used / (System.nanoTime() - began), MOST_PERCENT));
    }
}
