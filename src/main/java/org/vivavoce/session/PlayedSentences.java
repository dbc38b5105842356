package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;

/** Keeps account of the samples of each sentence of a reply: how many there are, and how many have sounded. Guarded by its owner. */
final class PlayedSentences {

    private static final class Account {
        private long total;
        private long written;
        private boolean begun;
        private boolean complete;
    }

    private final List<Account> accounts = new ArrayList<>();
    private long countedFrom;

    void clear() {
        accounts.clear();
    }

    /** The loudspeaker's count of played samples when it begins with the reply, or goes on with it in place of another one. */
    void countFrom(long playedSamples) {
        countedFrom = playedSamples;
        accounts.forEach(account -> account.written = 0); // what another loudspeaker got does not count here
    }

    long countedFrom() {
        return countedFrom;
    }

    void add(int sentence, int samples) {
        of(sentence).total += samples;
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
            heard.add(new HeardSentences.Sentence(played, account.total, account.complete));
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
