package org.vivavoce.session;

import java.util.List;

/** Where the partner's speech goes. */
interface PartnerVoice {

    /** Whether there is a loudspeaker; where there is none, replies are shown instead. */
    boolean available();

    /**
     * A reply begins; what still sounds of an earlier one is silenced. Called by the {@code session} thread.
     *
     * @param held whether nothing of it may sound before {@link #release}
     */
    void begin(long reply, boolean held);

    /** A reply that was held may sound, as far as it is there. Called by the {@code session} thread. */
    void release(long reply);

    /** A reply of which nothing sounds yet must wait again. Called by the {@code session} thread. */
    void hold(long reply);

    /**
     * Adds samples of a sentence; blocks while more than 5 s wait. Samples of a reply that is not the current one are dropped. Called
     * by a {@code reply-*} thread.
     *
     * @return false when the reply is no longer wanted
     */
    boolean put(long reply, int sentence, short[] samples) throws InterruptedException;

    /**
     * Sounds at once, before what there will be of the reply, where nothing sounds yet; silenced by {@link #interrupt()}, not by
     * {@link #begin}. Called by the {@code session} thread.
     */
    void aside(short[] samples);

    /** Silences what is said aside, where something is. Called by the {@code session} thread. */
    void endAside();

    /** A sentence is complete. */
    void endSentence(long reply, int sentence);

    /** The reply is complete: when all has sounded, {@link SessionEvent.ReplySounded} comes. */
    void end(long reply);

    /**
     * Silences the loudspeaker at once and forgets what waits. Called by the {@code session} thread.
     *
     * @return how much of each sentence has sounded
     */
    HeardSentences interrupt();

    /**
     * What was heard of a reply that is over, one part after the other; it is forgotten afterwards. Called by the {@code session}
     * thread.
     */
    default List<short[]> takeHeard(long reply) {
        return List.of();
    }

    /** Sounds softer by so many dB, 0 for as loud as it is; gets there without a click. Called by the {@code session} thread. */
    void soften(double byDb);

    /**
     * Silences the loudspeaker at once and keeps what waits. Does nothing where nothing sounds. Called by the {@code session} thread.
     *
     * @return how much of each sentence has sounded
     */
    HeardSentences pause();

    /**
     * After a pause: goes on from this sample of this sentence, one of the last two, beginning in silence. Called by the
     * {@code session} thread.
     */
    void resume(int sentence, long fromSample);

    /** Whether something sounds now. */
    boolean sounds();

    /** Level of what sounds now, dBFS. */
    double levelDbfs();

    /** How long the partner has sounded in all, milliseconds. */
    long soundedMillis();
}
