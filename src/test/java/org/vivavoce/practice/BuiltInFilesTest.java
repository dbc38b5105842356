package org.vivavoce.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BuiltInFilesTest {

    private final LanguageCatalog languages = LanguageCatalog.builtIn();
    private final QuestionCatalog questions = QuestionCatalog.builtIn(languages);

    @Test
    void theThreeModesComeInOrder() {
        assertEquals(List.of("interview", "language", "chat"),
                ModeCatalog.builtIn().modes().stream().map(Mode::id).toList());
    }

    @Test
    void onlyTheLanguageModeAsksForALanguageAndOpensWithItsGreeting() {
        Language spanish = languages.find("es").orElseThrow();
        for (Mode mode : ModeCatalog.builtIn().modes()) {
            assertEquals(mode.id().equals("language"), mode.asksLanguage());
            assertFalse(mode.systemPromptFor(spanish).contains("{"), mode.id());
            assertEquals(mode.id().equals("language"), mode.openingFor(spanish).equals(spanish.greeting()));
        }
    }

    @Test
    void theThirteenLanguagesComeInOrder() {
        assertEquals(List.of("English", "Spanish", "French", "German", "Chinese", "Hindi", "Japanese", "Korean",
                "Portuguese", "Arabic",
                "Russian", "Italian", "Dutch"), languages.languages().stream().map(Language::name).toList());
    }

    @Test
    void everyLanguageKnowsItsCuesAndTheTemplatesOfTheBuiltInPartner() {
        for (Language language : languages.languages()) {
            assertFalse(language.waitingPhrases().isEmpty(), language.name());
            assertFalse(language.skipPhrases().isEmpty(), language.name());
            assertFalse(language.repeatPhrases().isEmpty(), language.name());
            assertFalse(language.dontKnowPhrases().isEmpty(), language.name());
            assertTrue(language.offlineHeard().contains("{seconds}") && language.offlineHeard().contains("{pauses}"),
                    language.name());
            assertTrue(language.offlineShort().contains("{seconds}"), language.name());
        }
    }

    @Test
    void everyLanguageHasEnoughLinesAndReactions() {
        for (Language language : languages.languages()) {
            LineBank bank = questions.language(language.code()).orElseThrow();
            assertEquals(language.code(), bank.language());
            assertTrue(bank.lines().size() >= 15, language.name());
            Reactions reactions = Reactions.builtIn().find(language.code()).orElseThrow();
            assertTrue(reactions.heard().size() >= 5 && reactions.silence().size() >= 3, language.name());
        }
        assertTrue(questions.chat().lines().size() >= 15);
    }

    @Test
    void thereAreEnoughInterviewQuestionsAndEachHasKeyPoints() {
        List<Question> all = questions.interview().stream().flatMap(bank -> bank.questions().stream()).toList();
        assertTrue(all.size() >= 60, "only " + all.size());
        assertEquals(5, questions.interview().size());
        for (Question question : all) {
            assertTrue(question.keyPoints().size() >= 4, question.id());
            assertFalse(question.tip().isBlank() || question.modelAnswer().isBlank() || question.followUp().isBlank(),
                    question.id());
        }
    }

    @Test
    void theFeedbackOfTheInterviewHasSeveralLinesForTheCommonOccasions() {
        InterviewFeedback feedback = InterviewFeedback.builtIn();
        for (List<String> lines : List.of(feedback.noRecogniser(), feedback.tooShort(), feedback.goodLength(),
                feedback.complete(),
                feedback.partly(), feedback.nothingNamed(), feedback.silence())) {
            assertTrue(lines.size() >= 4);
        }
        assertFalse(feedback.closingTheList().isEmpty());
    }

    @Test
    void everyJapaneseLineOfTheProgramHasAReading() {
        Language japanese = languages.find("ja").orElseThrow();
        Reactions reactions = Reactions.builtIn().find("ja").orElseThrow();
        List<String> said = new ArrayList<>(List.of(japanese.greeting(), japanese.testSentence(), japanese.didntCatch(),
                japanese.offlineHeard(), japanese.offlineShort(), japanese.offlineTakesOver()));
        questions.language("ja").orElseThrow().lines().forEach(line -> said.add(line.text()));
        Stream.of(reactions.heard(), reactions.read(), reactions.patience(), reactions.goAhead(), reactions.noMatter(),
                reactions.silence())
                .forEach(said::addAll);
        for (String line : said) {
            String read = Readings.japanese().apply(line);
            assertFalse(read.codePoints().anyMatch(Character::isIdeographic), read);
        }
    }
}
