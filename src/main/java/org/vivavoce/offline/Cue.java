package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.practice.Language;

/** A short message that steers the conversation instead of answering. */
enum Cue {
    /** The user asks for time. */
    WAIT,
    /** The user does not know. */
    DONT_KNOW,
    /** The user wants to hear it again, perhaps more slowly. */
    REPEAT,
    /** The user wants something else. */
    SKIP,
    /** The user wants the partner to be quiet. */
    STOP;

    /** So much may stand around the phrase: "sorry, could you …", "… please". */
    private static final int WORDS_AROUND = 2;

    private static final int CHARACTERS_AROUND = 4;

    /**
     * The cue a message is.
     *
     * @param languages those the user may give it in
     * @return empty for an answer, also for one that has such a phrase in it
     */
    static Optional<Cue> of(String message, List<Language> languages) {
        String plain = Wording.plain(message);
        for (Cue cue : values()) {
            for (Language language : languages) {
                if (cue.phrases(language).stream().anyMatch(phrase -> is(plain, Wording.plain(phrase)))) {
                    return Optional.of(cue);
                }
            }
        }
        return Optional.empty();
    }

    private List<String> phrases(Language language) {
        return switch (this) {
            case WAIT -> language.waitingPhrases();
            case DONT_KNOW -> language.dontKnowPhrases();
            case REPEAT -> {
                List<String> phrases = new ArrayList<>(language.repeatPhrases());
                phrases.addAll(language.slowerPhrases());
                yield phrases;
            }
            case SKIP -> language.skipPhrases();
            case STOP -> language.stopPhrases();
        };
    }

    private static boolean is(String message, String phrase) {
        if (phrase.isEmpty() || message.isEmpty()) {
            return false;
        }
        if (Wording.withoutSpaces(phrase)) {
            return message.contains(phrase) && message.length() <= phrase.length() + CHARACTERS_AROUND;
        }
        return (" " + message + " ").contains(" " + phrase + " ") && words(message) <= words(phrase) + WORDS_AROUND;
    }

    private static int words(String plain) {
        return plain.split(" ", -1).length;
    }
}
