package org.vivavoce.bench.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * How soon the reply comes after six to ten seconds of speech, {@code classic} and {@code adaptive} in turns: several voices and languages,
 * the same for both. The baseline is what a web app does that waits for silence, then for each service to be through.
 */
final class GapScenario implements Scenario {

    private static final double MOST_OF_CLASSIC = 0.40;
    private static final double MOST_OF_BOUND = 1.10;
    private static final double MOST_SECONDS = 2.8;
    private static final double MOST_AUDIO = 1.5;
    private static final double MOST_CHATS = 2.5;

    private final int turns;

    GapScenario(int turns) {
        this.turns = turns;
    }

    @Override
    public void run(Desk desk, Report report) throws Exception {
        Turns adaptive = new Turns("adaptive");
        Turns classic = new Turns("classic");
        try {
            List<Texts.Speaker> speakers = desk.texts().turns();
            for (int i = 0; i < turns; i++) {
                Texts.Speaker speaker = speakers.get(i % speakers.size());
                Spoken spoken = desk.withSentencePauses("gap-" + i, speaker.sentences().stream()
                        .map(sentence -> Phrase.spoken(speaker.voice(), sentence)).toList());
                for (Turns preset : List.of(classic, adaptive)) {
                    TalkSession session = desk.session(preset.preset());
                    preset.add(session.measure().of(session.turn(spoken)), report);
                }
            }
        } finally {
            tell(adaptive, classic, report);
        }
    }

    private static void tell(Turns adaptive, Turns classic, Report report) {
        double ratio = adaptive.tellGaps(report).median() / classic.tellGaps(report).median();
        double hold = Desk.holdMs(adaptive.preset());
        List<Double> overBound = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        adaptive.whole().forEach(turn -> {
            overBound.add(turn.gapMs() / turn.boundMs(hold));
            floors.add(turn.floorMs() / 1000);
        });
        report.spread("services' own floor, adaptive, s", floors);
        Spread bound = report.spread("gap / the longer of floor and hold, adaptive", overBound);
        report.find(Finding.atMost("gap adaptive / classic", ratio, MOST_OF_CLASSIC));
        report.find(Finding.atMost("gap / the longer of floor and hold", bound.median(), MOST_OF_BOUND));
        report.find(Finding.atMost("gap adaptive, s", Spread.of(adaptive.gaps()).median(), MOST_SECONDS));
        report.find(Finding.atMost("audio sent / audio spoken, adaptive", adaptive.sentOfSpoken(), MOST_AUDIO));
        report.find(Finding.told("audio sent / audio spoken, classic", classic.sentOfSpoken()));
        report.find(Finding.atMost("chat calls a turn, adaptive", adaptive.chatsATurn(), MOST_CHATS));
        report.find(Finding.atMost("false cut-offs, adaptive", adaptive.cutOffs(), 0));
        report.find(Finding.told("false cut-offs, classic", classic.cutOffs()));
        report.find(Finding.told("turns with a filler, adaptive", adaptive.fillers()));
    }
}
