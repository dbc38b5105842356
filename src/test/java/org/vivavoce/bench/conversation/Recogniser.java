package org.vivavoce.bench.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.openai.testing.SeenRequest;

/**
 * Understands what is really in an upload: of the phrases that may come, those that can be found in its sound. Nothing for a cough, half
 * an utterance for half an upload. Thread-safe; called by the server's threads.
 */
final class Recogniser implements Function<SeenRequest, String> {

    /** A phrase that is not there reaches 0.3, one over a reply whose echo was cancelled at least 0.6. */
    private static final double LEAST_LIKENESS = 0.45;

    /** A phrase that was cut in two belongs to the greater part. */
    private static final double LEAST_SHARE = 0.5;

    private volatile List<Phrase> expected = List.of();

    private record Heard(Phrase phrase, PhraseSearch.Found where) {}

    /** From now on these may come. */
    void expect(List<Phrase> phrases) {
        expected = List.copyOf(phrases);
    }

    @Override
    public String apply(SeenRequest upload) {
        return understand(WaveFile.parse(upload.content().audio()));
    }

    /** The texts of the phrases that sound in a recording, in the order in which they do. */
    String understand(WaveFile recording) {
        List<Phrase> phrases = expected;
        if (phrases.isEmpty()) {
            return "";
        }
        double longest = phrases.stream().mapToDouble(phrase -> phrase.sound().seconds()).max().orElseThrow();
        PhraseSearch search = new PhraseSearch(recording, longest);
        List<Heard> heard = new ArrayList<>();
        for (Phrase phrase : phrases) {
            PhraseSearch.Found found = search.find(phrase.sound());
            if (found.likeness() >= LEAST_LIKENESS && found.share() >= LEAST_SHARE) {
                heard.add(new Heard(phrase, found));
            }
        }
        return heard.stream().sorted(Comparator.comparingDouble(one -> one.where().atSeconds()))
                .map(one -> one.phrase().text()).collect(Collectors.joining(" "));
    }
}
