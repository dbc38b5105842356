package org.vivavoce.session;

import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.audio.Sound;

/**
 * Has the partner say "Hmm, let me think" where its answer takes clearly longer than it usually does, so that nobody takes the silence
 * for a fault. The phrases are spoken by the same voice, asked for only where they may be needed, and kept. Used by the
 * {@code session} thread.
 */
final class ThinkingAloud {

    /** Waiting after which a phrase's speech is asked for: speech takes about a second to come. */
    static final long ASK_AFTER_MS = 1000;
    /** No phrase before, however fast the services are: a shorter wait is no silence. */
    static final long LEAST_MS = 2000;
    /** Silence that nobody should bear, however slow they are. */
    static final long MOST_MS = 3500;

    private static final double OF_USUAL = 1.5; // an answer that is only a little late would have to wait for the phrase's end
    private static final double USUAL_AT_FIRST_MS = 2000;
    private static final double NEWEST_SHARE = 0.2;

    /**
     * What is said aside.
     *
     * @param phrase the text
     * @param millis how long it sounds
     */
    record Aside(String phrase, long millis) {
        @Override
        public String toString() {
            return "Aside of " + millis + " ms"; // what was said never enters a log
        }
    }

    private final List<String> phrases;
    private final ReplyWork work;
    private final PartnerVoice voice;
    private final Cancellation asking = new Cancellation();
    private double usualMs = USUAL_AT_FIRST_MS;
    private long waitingSince = -1;
    private boolean said; // once a turn
    private int next;
    private boolean asked;
    private short[] ready = new short[0];

    /**
     * Says one of these phrases at a time.
     *
     * @param phrases in turn; none to say nothing
     */
    ThinkingAloud(List<String> phrases, ReplyWork work, PartnerVoice voice) {
        this.phrases = phrases;
        this.work = work;
        this.voice = voice;
    }

    /**
     * Time passes.
     *
     * @param waiting whether the user has said all, and nothing of the answer sounds
     * @return what it has just begun to say
     */
    Optional<Aside> weigh(boolean waiting, long nowMillis) {
        if (!waiting || phrases.isEmpty() || !voice.available()) {
            waitingSince = -1;
            return Optional.empty();
        }
        if (waitingSince < 0) {
            waitingSince = nowMillis;
            said = false;
            asked = ready.length > 0; // what failed is asked for again, once a turn
        }
        long waited = nowMillis - waitingSince;
        if (waited >= ASK_AFTER_MS && !asked) {
            asked = true;
            work.sayAside(phrase(), asking);
        }
        return waited >= dueMs() && !said && ready.length > 0 ? Optional.of(say()) : Optional.empty();
    }

    private Aside say() {
        Aside aside = new Aside(phrase(), ready.length * 1000L / Sound.PLAYBACK_RATE);
        voice.aside(ready);
        said = true;
        next++;
        ready = new short[0];
        return aside;
    }

    private String phrase() {
        return phrases.get(next % phrases.size());
    }

    /** A phrase was spoken; it waits for its occasion. */
    void ready(short[] samples) {
        ready = samples;
    }

    /** An answer was heard after so much waiting: that is what is usual. */
    void answered(long nowMillis) {
        if (waitingSince >= 0) {
            usualMs += NEWEST_SHARE * (nowMillis - waitingSince - usualMs);
        }
    }

    private long dueMs() {
        return Math.clamp((long) (OF_USUAL * usualMs), LEAST_MS, MOST_MS);
    }

    /** The conversation ends. */
    void cancel() {
        asking.cancel();
    }
}
