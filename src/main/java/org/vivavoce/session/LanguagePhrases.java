package org.vivavoce.session;

import java.util.List;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Likeness;

/** What short phrases mean in a language: a text that consists of phrases of a list is one of them. Immutable. */
final class LanguagePhrases implements OverheardWords.Phrases {

    private final Language language;

    LanguagePhrases(Language language) {
        this.language = language;
    }

    @Override
    public boolean isStop(String text) {
        return consistsOf(language.stopPhrases(), text);
    }

    @Override
    public boolean isWaiting(String text) {
        return consistsOf(language.waitingPhrases(), text);
    }

    @Override
    public boolean isBackchannel(String text) {
        return consistsOf(language.backchannels(), text);
    }

    @Override
    public boolean isGhost(String text) {
        return consistsOf(language.ghostPhrases(), text);
    }

    private static boolean consistsOf(List<String> phrases, String text) {
        List<List<String>> known = phrases.stream().map(Likeness::words).toList();
        List<String> words = Likeness.words(text);
        boolean[] reached = new boolean[words.size() + 1];
        reached[0] = !words.isEmpty();
        for (int at = 0; at < words.size(); at++) {
            for (List<String> phrase : known) {
                int end = at + phrase.size();
                if (reached[at] && end <= words.size() && words.subList(at, end).equals(phrase)) {
                    reached[end] = true;
                }
            }
        }
        return reached[words.size()];
    }
}
