package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.audio.Sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HeardTextTest {

    private static final int SAMPLES_PER_CHARACTER = Sound.PLAYBACK_RATE / 15;
    private static final int SILENT_TAIL = Sound.PLAYBACK_RATE * 150 / 1000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Well, that is not quite right.  | 17 | Well, that is not
            Well, that is not quite right.  | 19 | Well, that is not
            Well, that is not quite right.  | 3  | ''
            Don't you think so, my friend?  | 4  | ''
            Don't you think so, my friend?  | 5  | Don't
            你今天过得怎么样，我的朋友？       | 5  | 你今天过得
            今日はどんな一日でしたか？         | 7  | 今日はどんな一
            كيف كان يومك اليوم يا صديقي؟      | 10 | كيف كان
            आज आपका दिन कैसा रहा मेरे दोस्त।       | 9  | आज आपका
            오늘 하루는 어땠어요 친구야?         | 8  | 오늘 하루는
            Как прошёл твой день сегодня?   | 13 | Как прошёл
            """)
    void aSentenceIsCutToTheLastWholeWord(String sentence, int characters, String heard) {
        assertEquals(heard, heard(sentence, characters));
    }

    @Test
    void whatSoundedWholeIsHeardWholeWithoutItsSilentTail() {
        HeardSentences.Sentence almost = new HeardSentences.Sentence(24_000 - SILENT_TAIL, 24_000, true);

        assertEquals("That is right.", HeardText.of(List.of("That is right."), new HeardSentences(List.of(almost)), 0));
    }

    @Test
    void aSentenceThatStillArrivesIsReckonedAtTheUsualPace() {
        HeardSentences.Sentence arriving = new HeardSentences.Sentence(9L * SAMPLES_PER_CHARACTER,
                10L * SAMPLES_PER_CHARACTER, false);

        assertEquals("That is",
                HeardText.of(List.of("That is not quite right, I think."), new HeardSentences(List.of(arriving)), 0));
    }

    @Test
    void sentencesAreJoinedUpToTheFirstThatWasCut() {
        HeardSentences heard = new HeardSentences(
                List.of(whole(), part(8, 20), new HeardSentences.Sentence(0, 0, false)));

        assertEquals("First one. And then",
                HeardText.of(List.of("First one.", "And then a second one.", "Third."), heard, 0));
    }

    @Test
    void nothingHeardIsNothing() {
        assertEquals("", HeardText.of(List.of("Hello there."), HeardSentences.NOTHING, 0));
        assertEquals("", HeardText.of(List.of(), new HeardSentences(List.of(whole())), 0));
    }

    @Test
    void whatWasShownCountsWhole() {
        HeardSentences heard = new HeardSentences(List.of(new HeardSentences.Sentence(0, 0, false), whole()));

        assertEquals("Shown one. Heard one.", HeardText.of(List.of("Shown one.", "Heard one.", "Not yet."), heard, 1));
        assertEquals("Shown one. Heard one.",
                HeardText.of(List.of("Shown one.", "Heard one."), HeardSentences.NOTHING, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Partly right, and then some.", "𠀀𠀁𠀂𠀃𠀄𠀅", "Bonjour\u00A0! Ça va\u00A0?",
        "नमस्ते दोस्त।", "👍🏽 fine"})
    void howeverMuchSoundedTheHeardIsABeginningThatGrowsAndCutsNoCharacter(String sentence) {
        String before = "";
        for (int characters = 0; characters <= sentence.length(); characters++) {
            String heard = heard(sentence, characters);
            assertTrue(sentence.startsWith(heard), heard);
            assertTrue(heard.length() >= before.length());
            assertTrue(heard.isEmpty() || !Character.isHighSurrogate(heard.charAt(heard.length() - 1)));
            before = heard;
        }
        assertEquals(sentence, before);
    }

    /** What is heard when so many characters of the sentence have sounded. */
    private static String heard(String sentence, int characters) {
        return HeardText.of(List.of(sentence), new HeardSentences(List.of(part(characters, sentence.length()))), 0);
    }

    private static HeardSentences.Sentence whole() {
        return new HeardSentences.Sentence(50_000, 50_000, true);
    }

    private static HeardSentences.Sentence part(int characters, int of) {
        long sounded = (long) characters * SAMPLES_PER_CHARACTER + 1;
        return new HeardSentences.Sentence(sounded, (long) of * SAMPLES_PER_CHARACTER + SILENT_TAIL, true);
    }
}
