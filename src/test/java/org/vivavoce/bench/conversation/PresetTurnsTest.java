package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.conversation.Recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The user says two sentences from 1 s to 5 s, the reply of two sentences sounds from 7 s. */
class PresetTurnsTest {

    private static final String SAID = "I like my work. It is calm.";
    private static final String FIRST = "That is a clear answer.";
    private static final String SECOND = "What comes next?";
    private static final double SPOKEN_MS = 4000;

    private final WholenessMeasure words = new WholenessMeasure(chat -> FIRST + " " + SECOND, WordVoice::sound, true);
    private final WholenessMeasure noWords = new WholenessMeasure(chat -> "", WordVoice::sound, false);
    private final Report report = new Report("presets");

    @Test
    void aTurnIsWholeWhenItsWordsAreKnownAndItsReplySounds() throws Exception {
        assertEquals(new Wholeness(true, true, 0), words.of(answered().record(), SAID, SPOKEN_MS));
    }

    @Test
    void aSentenceThatWasNotUnderstoodIsMissed() throws Exception {
        assertFalse(words.of(answered().record(), SAID + " And near.", SPOKEN_MS).understood());
    }

    @Test
    void aReplyOfWhichASentenceDidNotSoundIsNotHeardWhole() throws Exception {
        MadeUpTurn silenced = answered().partnerIsTurnedTo(0, 9000, 30_000);
        MadeUpTurn unsaid = new MadeUpTurn().chat(6000, "user: hello").text(7000, "partner-text", FIRST)
                .partnerSounds(7000, WordVoice.sound(FIRST));

        assertFalse(words.of(silenced.record(), SAID, SPOKEN_MS).heard());
        assertFalse(words.of(unsaid.record(), SAID, SPOKEN_MS).heard());
        assertFalse(words.of(new MadeUpTurn().record(), SAID, SPOKEN_MS).heard());
    }

    @Test
    void turnsThatNobodyMeantAreCounted() throws Exception {
        TurnRecord turn = answered().event(5800, "end-of-turn").event(20_000, "empty-transcript").record();

        assertEquals(2, words.of(turn, SAID, SPOKEN_MS).falseTurns());
    }

    @Test
    void whereNobodyUnderstandsWordsAllOfTheSoundMustHaveBeenSent() throws Exception {
        assertTrue(noWords.of(answered().event(5300, "upload", sound(4900)).record(), "", SPOKEN_MS).understood());
        assertFalse(noWords.of(answered().event(5300, "upload", sound(3000)).record(), "", SPOKEN_MS).understood());
        assertTrue(noWords.of(answered().record(), "", SPOKEN_MS).heard());
    }

    @Test
    void eachPresetIsComparedWithTheFirst() {
        PresetTurns openAi = new PresetTurns("openai");
        PresetTurns realtime = new PresetTurns("openai-2027");
        openAi.add(figures(2000), new Wholeness(true, true, 0), report);
        realtime.add(figures(2500), new Wholeness(true, false, 0), report);

        PresetsScenario.tell(List.of(openAi, realtime), report);

        ObjectNode json = report.json();
        assertEquals(2.5, json.at("/spreads/gap, openai-2027, s/p95").asDouble());
        assertEquals("openai-2027", json.at("/rows/1/kind").asText());
        assertFalse(json.at("/rows/1/heard").asBoolean(true));
        String text = report.text();
        assertTrue(text.contains("gap openai-2027 / openai                                 1.250"), text);
        assertTrue(text.contains("openai-2027: reply heard whole, of 1                         0  >= 1      MISSED"),
                text);
        assertTrue(text.contains("openai: reply heard whole, of 1                              1  >= 1      met"),
                text);
    }

    @Test
    void aPresetWithoutAnyTurnIsNotTakenForAGoodOne() {
        PresetTurns openAi = new PresetTurns("openai");
        PresetTurns local = new PresetTurns("local");
        openAi.add(figures(2000), new Wholeness(true, true, 0), report);

        PresetsScenario.tell(List.of(openAi, local), report);

        assertTrue(report.json().at("/spreads/gap, local, s/median").isNull());
        assertTrue(report.text().lines()
                .anyMatch(line -> line.startsWith("local: understood whole") && line.endsWith("not measured")),
                report::text);
    }

    private static MadeUpTurn answered() {
        return new MadeUpTurn().userSays(1000, Tones.sine(Recorder.RATE, 300, -20, Duration.ofSeconds(4)))
                .event(5700, "end-of-turn").text(5700, "user-text", SAID)
                .chat(6000, "system: be kind", "user: " + SAID).text(7000, "partner-text", FIRST)
                .text(9000, "partner-text", SECOND).partnerSounds(7000, WordVoice.sound(FIRST + " " + SECOND));
    }

    private static ObjectNode sound(long ms) {
        return JsonNodeFactory.instance.objectNode().put("ms-of-sound", ms);
    }

    private static TurnFigures figures(double gapMs) {
        return new TurnFigures(4000, gapMs, 1500, 4500, 1, 0, false, Steps.UNKNOWN);
    }
}
