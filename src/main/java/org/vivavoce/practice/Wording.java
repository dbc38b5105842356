package org.vivavoce.practice;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Reads what was said for how it is meant: to its end or not, a plea for time, a word to stop the partner, a nod. Made for the languages
 * that may be spoken; which of them a text is in, it finds out itself. Immutable; any thread. Recognisers put a full stop nearly
 * everywhere, so a full stop proves little.
 */
public final class Wording {

    /** How a text is meant. */
    public enum Reading {
        /** A complete utterance, as far as words can tell. */
        FINISHED,
        /** Its end asks to go on: "I worked on the payment service and". */
        UNFINISHED,
        /** The speaker asks for time: "hmm, let me think". */
        WAITING,
        /** No word in it. */
        NOTHING
    }

    private final List<LanguageWording> languages;

    /**
     * For a conversation in one of several languages.
     *
     * @param languages the likeliest first: it is taken where a text may be in more than one
     */
    public Wording(List<Language> languages) {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("no language");
        }
        this.languages = languages.stream().map(LanguageWording::new).toList();
    }

    /** For a conversation in one language. */
    public Wording(Language language) {
        this(List.of(language));
    }

    /** How a text is meant. */
    public Reading read(String text) {
        if (spoken(text).isEmpty()) {
            return Reading.NOTHING;
        }
        if (isWaiting(text)) {
            return Reading.WAITING;
        }
        return isUnfinished(text) ? Reading.UNFINISHED : Reading.FINISHED;
    }

    /** Whether the end of a text asks to go on: a word that no sentence ends with, hesitation, a comma or dots. */
    public boolean isUnfinished(String text) {
        String spoken = spoken(text);
        return !spoken.isEmpty() && languageOf(spoken).isUnfinished(spoken);
    }

    /** Whether all of a text, or its end, asks for time. */
    public boolean isWaiting(String text) {
        return inAny(text, LanguageWording::isWaiting);
    }

    /** Whether all of a text tells the partner to stop. */
    public boolean isStop(String text) {
        return inAny(text, LanguageWording::isStop);
    }

    /** Whether all of a text is said without wanting the floor. */
    public boolean isBackchannel(String text) {
        return inAny(text, LanguageWording::isBackchannel);
    }

    /**
     * Whether a text is one of those that recognisers invent where nothing was said: a phrase of their training, or one phrase over and
     * over. People may say such a phrase too, so look at the sound as well.
     */
    public boolean isGhost(String text) {
        return inAny(text, LanguageWording::isGhostPhrase) || RepeatedPhrase.isAllOf(spoken(text));
    }

    private boolean inAny(String text, BiPredicate<LanguageWording, String> predicate) {
        String spoken = spoken(text);
        return !spoken.isEmpty() && languages.stream().anyMatch(language -> predicate.test(language, spoken));
    }

    private LanguageWording languageOf(String spoken) {
        String plain = PlainText.of(spoken);
        return languages.stream().max(Comparator.comparingLong(language -> language.likeness(plain))).orElseThrow();
    }

    /** The text in even width without the sounds that are told of; empty when no word is in it. */
    private static String spoken(String text) {
        String even = PlainText.withoutSounds(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return PlainText.of(even).isEmpty() ? "" : even;
    }
}
