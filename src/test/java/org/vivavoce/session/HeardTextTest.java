package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.session.HeardText.Place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HeardTextTest {

    private static final int RIGHT_AFTER = 2; // frames

    @ParameterizedTest
    @ValueSource(strings = {"Well, that is not quite right.", "Don't you think so, my friend?",
        "In 1998, Dr. Smith built the API: 42% of it works.", "你今天过得怎么样，我的朋友？", "今日はどんな一日でしたか？",
        "كيف كان يومك اليوم، يا صديقي؟", "आज आपका दिन कैसा रहा, मेरे दोस्त।", "오늘 하루는 어땠어요, 친구야?",
        "Как прошёл твой день сегодня?"})
    void aSentenceIsCutToTheLastWholeWord(String text) {
        SpokenSentence sentence = SpokenSentence.of(text);
        for (int word = 0; word < sentence.endsFrames().size(); word++) {
            assertEquals(sentence.upTo(word), heard(sentence, sentence.endsFrames().get(word) + RIGHT_AFTER));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Well, that is not quite right, because a cache has an end; think again.",
        "Bueno, eso no está mal, pero hay que pensar en el futuro, ¿no crees?",
        "没错，不过如果缓存坏了，会发生什么呢，你觉得呢？", "네, 그런데 서버가 멈추면, 어떻게 될까요, 친구야?"})
    void pausesAtPunctuationTellWhereAnUnevenVoiceIs(String text) {
        SpokenSentence sentence = SpokenSentence.of(text, 1.3, 1.3, 0.8, 1.1, 0.8, 0.7, 1.2, 0.9);
        for (int word = 0; word < sentence.endsFrames().size(); word++) {
            int frames = sentence.endsFrames().get(word) + RIGHT_AFTER;
            int heard = heard(sentence, frames).length();
            long words = sentence.wordEnds().stream().filter(end -> end <= heard).count();
            assertTrue(Math.abs(words - sentence.wordsAt(frames)) <= 1, heard + " characters at " + frames);
        }
    }

    @Test
    void whatSoundedWholeIsHeardWholeWithoutItsSilentTail() {
        SpokenSentence sentence = SpokenSentence.of("That is right.");

        assertEquals("That is right.", heard(sentence, sentence.frames() - 30));
    }

    @Test
    void aSentenceThatStillArrivesIsReckonedAtTheUsualPace() {
        SpokenSentence sentence = SpokenSentence.of("That is not quite right, I think.");
        int second = sentence.endsFrames().get(1) + RIGHT_AFTER;

        assertEquals("That is", new HeardText(List.of(sentence.text()),
                new HeardSentences(List.of(sentence.arriving(second + 30, second)))).text(0));
    }

    @Test
    void aSentenceThatStillArrivesIsReckonedAtThePaceOfTheOneBefore() {
        SpokenSentence slow = SpokenSentence.of("This voice is rather slow.", 1.8);
        SpokenSentence sentence = SpokenSentence.of("That is not quite right, I think.", 1.8);
        int third = sentence.endsFrames().get(2) + RIGHT_AFTER;

        assertEquals("This voice is rather slow. That is not",
                new HeardText(List.of(slow.text(), sentence.text()), new HeardSentences(
                        List.of(slow.heard(slow.frames()), sentence.arriving(third + 30, third)))).text(0));
    }

    @Test
    void sentencesAreJoinedUpToTheFirstThatWasCut() {
        SpokenSentence first = SpokenSentence.of("First one.");
        SpokenSentence second = SpokenSentence.of("And then a second one.");
        HeardText heard = new HeardText(List.of("First one.", "And then a second one.", "Third."), new HeardSentences(
                List.of(first.heard(first.frames()), second.heard(second.endsFrames().get(1) + RIGHT_AFTER))));

        assertEquals("First one. And then", heard.text(0));
    }

    @Test
    void nothingHeardIsNothing() {
        SpokenSentence sentence = SpokenSentence.of("Hello there.");

        assertEquals("", new HeardText(List.of("Hello there."), HeardSentences.NOTHING).text(0));
        assertEquals("", new HeardText(List.of(), new HeardSentences(List.of(sentence.heard(20)))).text(0));
        assertEquals("", heard(sentence, 0));
        assertEquals(new Place(0, 0), new HeardText(List.of("Hello there."), HeardSentences.NOTHING).clauseStart());
    }

    @Test
    void whatWasShownCountsWhole() {
        SpokenSentence shown = SpokenSentence.of("Shown one.");
        SpokenSentence second = SpokenSentence.of("Heard one.");
        HeardSentences heard = new HeardSentences(List.of(shown.heard(0), second.heard(second.frames())));

        assertEquals("Shown one. Heard one.",
                new HeardText(List.of("Shown one.", "Heard one.", "Not yet."), heard).text(1));
        assertEquals("Shown one. Heard one.",
                new HeardText(List.of("Shown one.", "Heard one."), HeardSentences.NOTHING).text(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Partly right, and then some.", "𠀀𠀁𠀂𠀃𠀄𠀅", "Bonjour\u00A0! Ça va\u00A0?",
        "नमस्ते दोस्त।", "👍🏽 fine", "… well", "42"})
    void howeverMuchSoundedTheHeardIsABeginningThatGrowsAndCutsNoCharacter(String text) {
        SpokenSentence sentence = SpokenSentence.of(text);
        String before = "";
        for (int frames = 0; frames <= sentence.frames(); frames++) {
            String heard = heard(sentence, frames);
            assertTrue(text.startsWith(heard), heard);
            assertTrue(heard.length() >= before.length());
            assertTrue(heard.isEmpty() || !Character.isHighSurrogate(heard.charAt(heard.length() - 1)));
            before = heard;
        }
        assertEquals(text, before);
    }

    @Test
    void theClauseThatWasCutBeginsAfterItsPause() {
        SpokenSentence sentence = SpokenSentence.of("A cache helps here, but what happens when it is full?");
        int comma = sentence.endsFrames().get(3);

        assertEquals(0, Math.abs(clauseStart(sentence, comma - 10).sample() / SpeechLevels.FRAME_SAMPLES - 3));
        long begins = clauseStart(sentence, comma + 80).sample() / SpeechLevels.FRAME_SAMPLES;
        assertEquals(comma + 20 - 2, begins, "20 ms before the clause");
    }

    @Test
    void aClauseWithoutAPauseBeforeItBeginsWhereItsWordsBegin() {
        byte[] flat = new byte[300];
        java.util.Arrays.fill(flat, (byte) -20);
        flat[148] = -38;
        HeardSentences.Sentence sound = new HeardSentences.Sentence(250L * SpeechLevels.FRAME_SAMPLES,
                300L * SpeechLevels.FRAME_SAMPLES, true, new SpeechLevels(flat));

        assertEquals(new Place(0, 146L * SpeechLevels.FRAME_SAMPLES),
                new HeardText(List.of("One and the same, one and the same."), new HeardSentences(List.of(sound)))
                        .clauseStart());
    }

    @Test
    void aLongClauseBeginsAfterItsLastPause() {
        byte[] levels = new byte[900];
        java.util.Arrays.fill(levels, (byte) -20);
        java.util.Arrays.fill(levels, 600, 615, (byte) -85);
        HeardSentences.Sentence sound = new HeardSentences.Sentence(700L * SpeechLevels.FRAME_SAMPLES,
                900L * SpeechLevels.FRAME_SAMPLES, true, new SpeechLevels(levels));

        assertEquals(new Place(0, 613L * SpeechLevels.FRAME_SAMPLES),
                new HeardText(
                        List.of("It goes on and on for a very long time without a comma in it at all until the end"),
                        new HeardSentences(List.of(sound))).clauseStart());
    }

    @Test
    void afterTheLastWordTheNextSentenceBegins() {
        SpokenSentence sentence = SpokenSentence.of("That is right.");

        assertEquals(new Place(1, 0), clauseStart(sentence, sentence.frames() - 20));
    }

    private static Place clauseStart(SpokenSentence sentence, int frames) {
        return new HeardText(List.of(sentence.text(), "More."), new HeardSentences(List.of(sentence.heard(frames))))
                .clauseStart();
    }

    /** What is heard when so many frames of the sentence have sounded. */
    private static String heard(SpokenSentence sentence, int frames) {
        return new HeardText(List.of(sentence.text()), new HeardSentences(List.of(sentence.heard(frames)))).text(0);
    }
}
