package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;

/**
 * Somebody who speaks: a synthesiser's voice, and what it says.
 *
 * @param name    language and voice
 * @param voice   speaks a phrase
 * @param phrases what is said, one phrase after the other
 */
record Speaker(String name, Function<String, WaveFile> voice, List<String> phrases) {

    /** espeak-ng's variants, pitches and paces: two men, two women, as different as they come. */
    private enum Manner {
        MAN("", 40, 160), WOMAN("+f3", 60, 175), DEEP("+m3", 35, 145), QUICK("+f2", 75, 205);

        private final String variant;
        private final int pitch;
        private final int wordsPerMinute;

        Manner(String variant, int pitch, int wordsPerMinute) {
            this.variant = variant;
            this.pitch = pitch;
            this.wordsPerMinute = wordsPerMinute;
        }
    }

    private static final List<String> FLITE_VOICES = List.of("slt", "rms", "awb", "kal");

    /** What ends a sentence, in the scripts of the thirteen languages. */
    private static final String SENTENCE_END = "[.!?。！？؟।]+";

    /** The thirteen languages, each in one manner, and English by flite's four voices; {@code turn} shifts who speaks how. */
    static List<Speaker> all(int turn) {
        List<Speaker> speakers = new ArrayList<>();
        List<Language> languages = LanguageCatalog.builtIn().languages();
        for (int i = 0; i < languages.size(); i++) {
            Manner[] manners = Manner.values();
            speakers.add(espeak(languages.get(i), manners[(i + turn) % manners.length]));
        }
        Language english = LanguageCatalog.builtIn().english();
        for (String voice : FLITE_VOICES) {
            speakers.add(new Speaker("en flite " + voice, text -> Speech.flite(voice, text), phrases(english)));
        }
        return speakers;
    }

    private static Speaker espeak(Language language, Manner manner) {
        String voice = language.espeakVoice() + manner.variant;
        return new Speaker(language.code() + " " + voice + " " + manner.pitch,
                text -> Speech.espeak(voice, manner.pitch, manner.wordsPerMinute, text), phrases(language));
    }

    /** Sentences of 3 to 16 words, and one of a single word. */
    private static List<String> phrases(Language language) {
        List<String> phrases = new ArrayList<>();
        for (String text : List.of(language.greeting(), language.testSentence(), language.stopPhrases().getFirst(),
                language.didntCatch())) {
            for (String sentence : text.split(SENTENCE_END, -1)) {
                if (!sentence.isBlank()) {
                    phrases.add(sentence.strip());
                }
            }
        }
        return phrases;
    }
}
