package org.vivavoce.practice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is said in one language, read for how it is meant. Immutable; any thread. Texts come without sounds and in even width. */
final class LanguageWording {

    private static final int SHORT_WORDS = 4; // so short, a sentence may end with nearly anything: "Yes, it is."
    private static final int ASKED_WORDS = 2; // "And?"
    private static final int LEAST_CLAUSE_CHARACTERS = 3; // of a waiting phrase after a comma, in scripts without spaces
    private static final int OTHER_SCRIPTS_WEIGHT = 10; // Latin words stand in texts of every language

    private final EndingList never;
    private final EndingList seldom;
    private final EndingList open;
    private final EndingList complete;
    private final EndingList openers;
    private final PhraseSet fillers;
    private final PhraseSet closing;
    private final PhraseSet waiting;
    private final PhraseSet stop;
    private final PhraseSet backchannels;
    private final PhraseSet ghosts;
    private final PhraseSet around;
    private final PhraseSet cues;
    private final Set<Character.UnicodeScript> scripts = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    LanguageWording(Language language) {
        never = new EndingList(language.endings().never());
        seldom = new EndingList(language.endings().seldom());
        open = new EndingList(language.endings().open());
        complete = new EndingList(language.endings().complete());
        openers = new EndingList(language.endings().openers());
        fillers = new PhraseSet(language.fillers());
        closing = new PhraseSet(language.endings().complete());
        waiting = new PhraseSet(language.waitingPhrases());
        stop = new PhraseSet(language.stopPhrases());
        backchannels = new PhraseSet(language.backchannels());
        ghosts = new PhraseSet(language.ghostPhrases());
        List<String> soft = new ArrayList<>(language.softeners());
        soft.addAll(language.fillers());
        soft.addAll(language.backchannels());
        around = new PhraseSet(soft);
        cues = new PhraseSet(Stream.of(language.skipPhrases(), language.repeatPhrases(), language.slowerPhrases(),
                language.dontKnowPhrases()).flatMap(List::stream).toList());
        language.texts().forEach(this::learn);
    }

    private void learn(String text) {
        String plain = PlainText.of(text);
        plain.codePoints().filter(Character::isLetter).mapToObj(Character.UnicodeScript::of).forEach(scripts::add);
        words.addAll(List.of(plain.split(" ")));
    }

    /** How much of a plain text looks like this language: letters of its scripts count first, then words that are known. */
    long likeness(String plain) {
        long letters = plain.codePoints().filter(Character::isLetter).mapToObj(Character.UnicodeScript::of)
                .filter(scripts::contains)
                .mapToLong(script -> script == Character.UnicodeScript.LATIN ? 1 : OTHER_SCRIPTS_WEIGHT).sum();
        long known = List.of(plain.split(" ")).stream().filter(words::contains).count();
        return (letters << Integer.SIZE) + known;
    }

    boolean isUnfinished(String text) {
        EndMark mark = EndMark.of(text);
        String sentence = EndMark.lastSentence(text);
        String plain = PlainText.of(sentence);
        if (mark == EndMark.OPEN) {
            return true;
        }
        if (complete.endOf(plain) || cues.isAllOf(sentence, around)) {
            return false;
        }
        if (never.endOf(plain)) {
            return mark != EndMark.STRONG || wordsOf(plain) > ASKED_WORDS;
        }
        if (mark == EndMark.STRONG) {
            return false;
        }
        if (endsInFillers(sentence)) {
            return true;
        }
        if (seldom.endOf(plain)) {
            return mark == EndMark.NONE || (wordsOf(plain) > SHORT_WORDS && !openers.in(plain));
        }
        return mark == EndMark.NONE && open.endOf(plain);
    }

    /** Whether the last clause is nothing but hesitation. */
    private boolean endsInFillers(String sentence) {
        String clause = EndMark.lastClause(sentence);
        return fillers.isAllOf(clause) && !closing.isAllOf(clause) && !backchannels.isAllOf(clause);
    }

    boolean isWaiting(String text) {
        String clause = EndMark.lastClause(text);
        return waiting.isAllOf(text, around) || waiting.isAllOf(EndMark.lastSentence(text), around)
                || (isLong(clause) && waiting.isAllOf(clause, around));
    }

    /** One word after a comma may belong to what stands before. */
    private static boolean isLong(String clause) {
        String plain = PlainText.of(clause);
        boolean wide = !plain.isEmpty() && PlainText.isWide(plain.codePointAt(0));
        return plain.indexOf(' ') > 0 || (wide && plain.length() >= LEAST_CLAUSE_CHARACTERS);
    }

    boolean isStop(String text) {
        return stop.isAllOf(text, around);
    }

    boolean isBackchannel(String text) {
        return backchannels.isAllOf(text);
    }

    boolean isGhostPhrase(String text) {
        return ghosts.isAllOf(text);
    }

    private static int wordsOf(String plain) {
        return plain.split(" ").length;
    }
}
