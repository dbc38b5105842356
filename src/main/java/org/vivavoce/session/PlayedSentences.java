package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps account of the samples of each sentence of a reply: how many there are, how loud they are, and how many have sounded. What
 * sounds again after a pause counts once. Guarded by its owner.
 */
final class PlayedSentences {

    private static final class Account {
        private final LevelTrack levels = new LevelTrack();
        private long total;
        private long beganAt; // the sample with which it began, or began anew
        private long written; // since then, and since the loudspeaker began to count
        private long furthest; // what had sounded before
        private boolean begun;
        private boolean complete;

        private long sounded(long ofWritten) {
            return Math.max(furthest, written == 0 ? 0 : beganAt + ofWritten);
        }
    }

    private final List<Account> accounts = new ArrayList<>();
    private long countedFrom;

    void clear() {
        accounts.clear();
    }

    /** The loudspeaker's count of played samples when it begins with the reply, or goes on with it. */
    void countFrom(long playedSamples) {
        countedFrom = playedSamples;
        accounts.forEach(account -> account.written = 0); // what another loudspeaker got does not count here
    }

    long countedFrom() {
        return countedFrom;
    }

    /** The loudspeaker is silent: what has sounded up to now stays counted. */
    void stop(long playedSamples) {
        HeardSentences heard = heard(playedSamples);
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            account.furthest = heard.sentences().get(i).playedSamples();
            account.written = 0;
            account.beganAt = 0;
        }
    }

    /** What is written next is the sentence from this sample on. */
    void beginAnew(int sentence, long fromSample) {
        of(sentence).beganAt = fromSample;
    }

    void add(int sentence, short[] samples) {
        Account account = of(sentence);
        account.total += samples.length;
        account.levels.add(samples);
    }

    void complete(int sentence) {
        of(sentence).complete = true;
    }

    /** Whether the sentence begins just now. */
    boolean begins(int sentence) {
        Account account = of(sentence);
        boolean begins = !account.begun;
        account.begun = true;
        return begins;
    }

    void writing(int sentence, int samples) {
        of(sentence).written += samples;
    }

    /** The sentence with the highest index. */
    int last() {
        return Math.max(0, accounts.size() - 1);
    }

    HeardSentences heard(long playedSamples) {
        long left = playedSamples - countedFrom;
        List<HeardSentences.Sentence> heard = new ArrayList<>();
        for (Account account : accounts) {
            long played = Math.clamp(left, 0, account.written);
            left -= account.written;
            heard.add(new HeardSentences.Sentence(account.sounded(played), account.total, account.complete,
                    account.levels.levels()));
        }
        return new HeardSentences(heard);
    }

    private Account of(int sentence) {
        while (accounts.size() <= sentence) {
            accounts.add(new Account());
        }
        return accounts.get(sentence);
    }
}
