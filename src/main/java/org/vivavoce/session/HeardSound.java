package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sound of the current reply, of which what was heard can be had when it is over. Guarded by its owner. */
final class HeardSound {

    private static final long NONE = -1;

    private final List<ReplyAudio.Item> items = new ArrayList<>();
    private long reply = NONE; // whose sound was heard
    private List<short[]> heard = List.of();

    /** Another reply begins. */
    void begin() {
        items.clear();
    }

    void add(ReplyAudio.Item item) {
        items.add(item);
    }

    /** The reply is over: of each of its sentences so much has sounded. */
    void over(long ofReply, HeardSentences sentences) {
        if (ofReply == NONE) {
            return; // the last one was over before, and is still to be taken
        }
        List<short[]> sounded = new ArrayList<>();
        List<HeardSentences.Sentence> accounts = sentences.sentences();
        for (int sentence = 0; sentence < accounts.size(); sentence++) {
            long left = accounts.get(sentence).playedSamples();
            for (ReplyAudio.Item item : items) {
                if (item.sentence() == sentence && left > 0) {
                    short[] samples = item.samples();
                    sounded.add(left < samples.length ? Arrays.copyOf(samples, (int) left) : samples);
                    left -= samples.length;
                }
            }
        }
        items.clear();
        reply = ofReply;
        heard = List.copyOf(sounded);
    }

    /** What was heard of a reply; it is forgotten here. Nothing where another one was heard since. */
    List<short[]> take(long ofReply) {
        List<short[]> taken = ofReply == reply ? heard : List.of();
        reply = NONE;
        heard = List.of();
        return taken;
    }
}
