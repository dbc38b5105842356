package org.vivavoce.offline;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CueTest {

    private final LanguageCatalog languages = LanguageCatalog.builtIn();

    @Test
    void shortMessagesSteer() {
        assertEquals(Optional.of(Cue.SKIP), english("Skip."));
        assertEquals(Optional.of(Cue.SKIP), english("Okay, skip it please"));
        assertEquals(Optional.of(Cue.REPEAT), english("Could you repeat that?"));
        assertEquals(Optional.of(Cue.REPEAT), english("slower, please"));
        assertEquals(Optional.of(Cue.WAIT), english("Wait!"));
        assertEquals(Optional.of(Cue.WAIT), english("let me think"));
        assertEquals(Optional.of(Cue.DONT_KNOW), english("Sorry, I don’t know"));
    }

    @Test
    void answersThatHoldAPhraseDoNot() {
        assertEquals(Optional.empty(), english("A skip list is a stack of linked lists"));
        assertEquals(Optional.empty(), english("I'm not sure, but I would use an index and measure again"));
        assertEquals(Optional.empty(), english("skipping"));
        assertEquals(Optional.empty(), english(""));
    }

    @Test
    void everyLanguageKnowsItsOwnPhrases() {
        for (Language language : languages.languages()) {
            assertEquals(Optional.of(Cue.SKIP), cue(language.skipPhrases().getFirst(), language), language.name());
            assertEquals(Optional.of(Cue.WAIT), cue(language.waitingPhrases().getFirst(), language), language.name());
            assertEquals(Optional.of(Cue.DONT_KNOW), cue(language.dontKnowPhrases().getFirst(), language),
                    language.name());
            assertEquals(Optional.of(Cue.REPEAT), cue(language.repeatPhrases().getFirst(), language), language.name());
        }
    }

    private Optional<Cue> english(String message) {
        return cue(message, languages.english());
    }

    private static Optional<Cue> cue(String message, Language language) {
        return Cue.of(message, List.of(language));
    }
}
