package org.vivavoce.conversation;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.ai.SentenceSplitter;

/** Cuts a scripted reply the way it will be spoken. Functions without state. */
final class Sentences {

    private Sentences() {}

    static List<String> of(String reply) {
        SentenceSplitter splitter = new SentenceSplitter();
        List<String> sentences = new ArrayList<>(splitter.add(reply));
        splitter.rest().ifPresent(sentences::add);
        return sentences;
    }
}
