package org.vivavoce.ai;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SaidTest {

    private final Wording wording = new Wording(LanguageCatalog.builtIn().english());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thanks for watching!          | 0.9  | 2000 | -25 | true  | the service doubts it
            Thanks for watching!          | 0.6  | 2000 | -25 | true  | the service doubts it
            Thanks for watching!          | 0.1  | 2000 | -25 | false | somebody said it
            Thanks for watching!          | -1   | 2000 | -25 | false | somebody said it
            Thanks for watching!          | -1   | 300  | -25 | true  | too short for these words
            Thanks for watching!          | -1   | 2000 | -50 | true  | too quiet
            I worked there for ten years. | 0.95 | 300  | -50 | false | nobody invents this
            Yes.                          | 0.95 | 200  | -50 | false | nobody invents this
            [BLANK_AUDIO]                 | 0.1  | 2000 | -25 | true  | no word
            ' '                           | 0.1  | 2000 | -25 | true  | no word
            """)
    void aPhraseThatRecognisersInventIsBelievedOnlyWhenTheSoundBearsItOut(String text, double noSpeech, long loudMillis,
            double peakDbfs, boolean nothing, String why) {
        OptionalDouble probability = noSpeech < 0 ? OptionalDouble.empty() : OptionalDouble.of(noSpeech);

        assertEquals(nothing, Said.isNothing(new Transcript(text, probability), loudMillis, peakDbfs, wording), why);
    }
}
