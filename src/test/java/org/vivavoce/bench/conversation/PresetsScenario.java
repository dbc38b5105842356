package org.vivavoce.bench.conversation;

import java.util.List;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.BuiltInSpeech;
import org.vivavoce.conversation.SpokenWords;
import org.vivavoce.settings.ServicePresets;

/**
 * The same spoken turns with each preset of services, by turns: whether all is understood and heard, and how soon the reply comes beside
 * the preset {@code openai}. The local server is as slow for all; the built-in partner is as fast as it is.
 */
final class PresetsScenario implements Scenario {

    private static final String USUAL = ServicePresets.OPENAI;
    private static final List<String> PRESETS = List.of(USUAL, ServicePresets.OPENAI_2027, ServicePresets.LOCAL,
            ServicePresets.OFFLINE);

    private final int turns;

    PresetsScenario(int turns) {
        this.turns = turns;
    }

    @Override
    public void run(Desk desk, Report report) throws Exception {
        List<PresetTurns> all = PRESETS.stream().map(PresetTurns::new).toList();
        try (BuiltInSpeech builtIn = new BuiltInSpeech(Desk.builtInModel())) {
            List<Texts.Speaker> speakers = desk.texts().turns();
            for (int i = 0; i < turns; i++) {
                Texts.Speaker speaker = speakers.get(i % speakers.size());
                Spoken spoken = desk.withSentencePauses("presets-" + i, speaker.sentences().stream()
                        .map(sentence -> Phrase.spoken(speaker.voice(), sentence)).toList());
                for (PresetTurns preset : all) {
                    turn(desk.service(preset.preset()), spoken, preset, builtIn, report);
                }
            }
        } finally {
            tell(all, report);
        }
    }

    private static void turn(TalkSession session, Spoken spoken, PresetTurns preset, BuiltInSpeech builtIn,
            Report report) throws Exception {
        TurnRecord turn = session.turn(spoken);
        TurnFigures figures = session.measure().of(turn);
        boolean words = !preset.preset().equals(ServicePresets.OFFLINE);
        WholenessMeasure.Voice voice = words
                ? text -> new WaveFile(session.server().spoken(text), SpokenWords.SERVER_RATE)
                : builtIn::sound;
        preset.add(figures, new WholenessMeasure(session.replies(), voice, words)
                .of(turn, spoken.text(), figures.spokenMs()), report);
    }

    /** The gaps first, so that they stand below one another. */
    static void tell(List<PresetTurns> all, Report report) {
        all.forEach(preset -> preset.tellGaps(report));
        double usual = all.stream().filter(preset -> preset.preset().equals(USUAL)).mapToDouble(PresetTurns::medianGap)
                .findFirst().orElse(Double.NaN);
        all.forEach(preset -> preset.tell(report, USUAL, usual));
    }
}
