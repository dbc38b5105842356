package org.vivavoce.session;

import java.util.List;

/**
 * How much of a reply has sounded, a sentence an entry.
 *
 * @param sentences in the order they sounded, beginning with index 0
 */
record HeardSentences(List<Sentence> sentences) {

    /** Nothing has sounded. */
    static final HeardSentences NOTHING = new HeardSentences(List.of());

    /**
     * One sentence.
     *
     * @param playedSamples how far it has sounded; what sounded twice counts once
     * @param totalSamples  what there is of it up to now
     * @param complete      whether {@code totalSamples} is all of it
     * @param levels        how loud it is
     */
    record Sentence(long playedSamples, long totalSamples, boolean complete, SpeechLevels levels) {}
}
