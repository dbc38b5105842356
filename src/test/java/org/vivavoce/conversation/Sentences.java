package org.vivavoce.conversation;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.ai.SentenceSplitter;

/** Cuts a scripted reply the way it will be spoken. Functions without state. */
public final class Sentences {

    private Sentences() {}

    /** The pieces that are asked for one by one. */
    public static List<String> of(String reply) {
        SentenceSplitter splitter = new SentenceSplitter();
        List<String> sentences = new ArrayList<>(splitter.add(reply));
        splitter.rest().ifPresent(sentences::add);
        return sentences;
    }
}
