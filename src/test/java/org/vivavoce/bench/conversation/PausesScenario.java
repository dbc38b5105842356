package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vivavoce.conversation.Utterance;

/**
 * Whether the partner ever speaks while the user only pauses: pauses shorter than the hold between phrases of any kind, and longer ones
 * where the words so far show that more must come.
 */
final class PausesScenario implements Scenario {

    private static final int PAUSES_AN_UTTERANCE = 10;
    private static final int LEAST_PAUSE_MS = 200;
    private static final double OF_HOLD = 0.9; // what a listener takes for the end of a word is a little inexact
    private static final Duration THINKING_PAUSE = Duration.ofMillis(1500);
    private static final double MOST_CUT = 0.05;
    private static final String OWN_MODE = "language";

    private final int pauses;
    private final int unfinished;
    private final List<String> languages;

    /**
     * @param pauses     how many shorter than the hold
     * @param unfinished how many unfinished sentences in each language
     * @param languages  of the unfinished sentences
     */
    PausesScenario(int pauses, int unfinished, List<String> languages) {
        this.pauses = pauses;
        this.unfinished = unfinished;
        this.languages = List.copyOf(languages);
    }

    @Override
    public void run(Desk desk, Report report) throws Exception {
        shortPauses(desk, report);
        for (String language : languages) {
            unfinishedSentences(desk, report, language);
        }
    }

    private void shortPauses(Desk desk, Report report) throws Exception {
        Turns turns = new Turns("pauses shorter than the hold");
        int greatest = (int) (OF_HOLD * Desk.holdMs("adaptive"));
        int paused = 0;
        try {
            while (paused < pauses) {
                int count = Math.min(PAUSES_AN_UTTERANCE, pauses - paused);
                List<String> texts = new ArrayList<>(desk.texts().list("phrases"));
                Collections.shuffle(texts, desk.random());
                List<Duration> lengths = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    lengths.add(desk.pause(LEAST_PAUSE_MS, greatest));
                }
                Spoken spoken = Spoken.of("pauses-" + paused, Utterance.QUIET,
                        texts.subList(0, count + 1).stream().map(Phrase::english).toList(), lengths);
                TalkSession session = desk.session("adaptive");
                turns.add(session.measure().of(session.turn(spoken)), report);
                paused += count;
            }
        } finally {
            turns.tellGaps(report);
            report.find(Finding.told("pauses of 0.2 s to 0.9 of the hold", paused));
            report.find(Finding.atMost("false cut-offs at them", turns.cutOffs(), 0));
            report.find(Finding.told("audio sent / spoken with them", turns.sentOfSpoken()));
            report.find(Finding.told("chat calls a turn with them", turns.chatsATurn()));
        }
    }

    private void unfinishedSentences(Desk desk, Report report, String language) throws Exception {
        Turns turns = new Turns("unfinished, " + language);
        List<List<String>> pairs = desk.texts().unfinished(language);
        try {
            for (int i = 0; i < unfinished; i++) {
                List<String> pair = pairs.get(i % pairs.size());
                boolean english = language.equals("en");
                List<Phrase> phrases = pair.stream()
                        .map(text -> english ? Phrase.english(text) : Phrase.spoken(language, text)).toList();
                Spoken spoken = Spoken.of("unfinished-" + language + "-" + i, Utterance.QUIET, phrases,
                        List.of(THINKING_PAUSE));
                TalkSession session = english
                        ? desk.session("adaptive")
                        : desk.session("adaptive", OWN_MODE, language);
                turns.add(session.measure().of(session.turn(spoken)), report);
            }
        } finally {
            turns.tellGaps(report);
            report.find(Finding.told("unfinished sentences, pause 1.5 s, " + language, turns.size()));
            report.find(Finding.atMost("share cut off, " + language, (double) turns.cutTurns() / turns.size(),
                    MOST_CUT));
        }
    }
}
