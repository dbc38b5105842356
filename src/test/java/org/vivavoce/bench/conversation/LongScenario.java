package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whether the reply to two minutes of speech comes as soon as the reply to six seconds. */
final class LongScenario implements Scenario {

    private static final double MOST_OF_SHORT = 1.15;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofSeconds(6);
    private static final double PAUSE_S = 0.43; // about what each sentence adds

    private final int turns;

    LongScenario(int turns) {
        this.turns = turns;
    }

    @Override
    public void run(Desk desk, Report report) throws Exception {
        List<Phrase> sentences = desk.texts().list("answer").stream().map(Phrase::english).toList();
        Turns longTurns = new Turns("after 120 s");
        Turns shortTurns = new Turns("after 6 s");
        try {
            for (int i = 0; i < turns; i++) {
                Spoken brief = desk.withSentencePauses("brief-" + i, about(desk, sentences, SHORT));
                Spoken lengthy = desk.withSentencePauses("long-" + i, about(desk, sentences, LONG));
                TalkSession session = desk.session("adaptive");
                shortTurns.add(session.measure().of(session.turn(brief)), report);
                longTurns.add(session.measure().of(session.turn(lengthy)), report);
            }
        } finally {
            double shortMedian = shortTurns.tellGaps(report).median();
            double longMedian = longTurns.tellGaps(report).median();
            report.find(Finding.atMost("gap after 120 s / after 6 s", longMedian / shortMedian, MOST_OF_SHORT));
            report.find(Finding.atMost("audio sent / spoken in 120 s", longTurns.sentOfSpoken(), 1.5));
            report.find(Finding.told("chat calls a turn of 120 s", longTurns.chatsATurn()));
            report.find(Finding.atMost("false cut-offs", longTurns.cutOffs() + shortTurns.cutOffs(), 0));
        }
    }

    /** Sentences in any order, until there are enough; all of them when there are not. */
    private static List<Phrase> about(Desk desk, List<Phrase> sentences, Duration length) {
        List<Phrase> shuffled = new ArrayList<>(sentences);
        Collections.shuffle(shuffled, desk.random());
        List<Phrase> chosen = new ArrayList<>();
        double seconds = 0;
        for (Phrase sentence : shuffled) {
            if (seconds >= length.toSeconds()) {
                break;
            }
            chosen.add(sentence);
            seconds += sentence.sound().seconds() + PAUSE_S;
        }
        return chosen;
    }
}
