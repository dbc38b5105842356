package org.vivavoce.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Wording;
import org.vivavoce.turn.TurnEvent.Found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OverheardWordsTest {

    private final JustSpoken spoken = new JustSpoken();
    private final OverheardWords english = words("en");

    private OverheardWords words(String language) {
        return new OverheardWords(new Wording(LanguageCatalog.builtIn().find(language).orElseThrow()), spoken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stop.", "Wait!", "hold on", "Wait, wait.", "No.", "But why?", "Excuse me"})
    void wordsWantTheFloor(String text) {
        assertEquals(Found.WORDS, english.in(text, 2000, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "Mm-hm.", "Yeah, yeah.", "I see", "Thanks for watching!"})
    void backchannelsGhostsAndSilenceDoNot(String text) {
        assertEquals(Found.NOTHING, english.in(text, 2000, false));
    }

    @Test
    void yesIsAnAnswerWhereThePartnerWasAsking() {
        assertEquals(Found.WORDS, english.in("Yes.", 2000, true));
        assertEquals(Found.NOTHING, english.in("", 2000, true));
    }

    @ParameterizedTest
    @CsvSource({"es, 'Para, para'", "de, Stopp", "ja, ストップ", "zh, 停", "ru, Стоп", "ar, توقف", "hi, रुको",
        "ko, 잠깐만요"})
    void stopIsUnderstoodInEachLanguage(String language, String text) {
        assertEquals(Found.WORDS, words(language).in(text, 2000, false));
    }

    @Test
    void thePartnersOwnWordsAreAnEcho() {
        spoken.begins("My first garden was a small yard behind the house.", 1000);

        assertEquals(Found.NOTHING, english.in("a small yard behind the house", 2000, false));
        assertEquals(Found.NOTHING, english.in("Small yard.", 2000, false));
        assertEquals(Found.WORDS, english.in("Which house was that?", 2000, false));
    }

    @Test
    void stopIsNeverTakenForAnEcho() {
        spoken.begins("Then they all cried: wait, wait!", 1000);

        assertEquals(Found.WORDS, english.in("Wait!", 1200, false));
        spoken.silenced(1500);
        assertFalse(english.areEcho("Wait!", 1600));
    }

    @Test
    void whatWasSaidLongAgoIsNoEcho() {
        spoken.begins("My first garden was a small yard.", 1000);
        spoken.begins("We planted beans along the wall.", 4000);
        spoken.begins("Later we added roses.", 7000);

        assertEquals(Found.WORDS, english.in("a small yard", 14_100, false), "it sounded until 4000");
        assertEquals(Found.NOTHING, english.in("beans along the wall", 17_000, false), "it sounded until 7000");
        assertEquals(Found.WORDS, english.in("beans along the wall", 17_100, false));
        spoken.begins("They were red.", 18_000);
        assertEquals(Found.NOTHING, english.in("later we added roses", 20_000, false));
    }

    @Test
    void aWordOrTwoAreComparedWithTheLastSecondsOnly() {
        spoken.begins("That is a no from me.", 1000);
        spoken.begins("Let us talk about something else now.", 5000);

        assertEquals(Found.NOTHING, english.in("No!", 8000, false));
        assertEquals(Found.WORDS, english.in("No!", 8100, false));
    }

    @Test
    void whoRepeatsThePartnerAfterItFellSilentIsNoEcho() {
        spoken.begins("Repeat after me: the beans along the wall.", 1000);
        spoken.silenced(4000);

        assertTrue(english.areEcho("the beans along the wall", 4500));
        assertFalse(english.areEcho("the beans along the wall", 4600));
        assertFalse(english.areEcho("What do you mean?", 4100));
        spoken.silenced(9000);
        assertFalse(english.areEcho("the beans along the wall", 9000), "it was silent before");
    }

    @Test
    void nothingWasSaidYet() {
        assertFalse(english.areEcho("Hello", 0));
    }
}
