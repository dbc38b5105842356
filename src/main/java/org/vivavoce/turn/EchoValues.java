package org.vivavoce.turn;

/**
 * What is asked of a sound while the partner speaks: its echo may be in it, and the answer must come sooner.
 *
 * @param tailMs            milliseconds after the loudspeaker fell silent in which its echo still comes (300)
 * @param leastDbfs         level below which nothing is speech (−52: above what echo cancelling leaves; at −48 a soft beginning
 *                          is found 20 ms later, at −56 a busy computer's echo is paused for four times as often)
 * @param spreadDb          standard deviation of what is left of the echo, around its learned level (3)
 * @param graceMs           milliseconds at the start of a reply in which it may be louder (500: the echo canceller adapts)
 * @param graceDb           by how much (8)
 * @param windowMs          milliseconds that are looked at for a first suspicion of speech (100)
 * @param loudMs            how much of it must be loud (60: a click is shorter)
 * @param voicedShare       share of voiced frames among the loud ones of the last 300 ms (0.4: keys stay below)
 * @param strongDb          level over the echo and the room from which a sound is suspected whether it is voiced or not: many words
 *                          begin with 100 ms of unvoiced sound (8)
 * @param strongMs          how much of the window must be so loud (40: one key is shorter, quick typing is not)
 * @param suspectedLoudMs   loud milliseconds that a suspicion counts for at most (150: enough for the partner to grow softer, not enough
 *                          to fall silent)
 * @param likelyLoudMs      the same where it is voiced and as loud as speech, and only the glide of its pitch is not known yet (240:
 *                          enough to fall silent, which can be taken back, not enough to be interrupted)
 * @param suspectedAtMostMs milliseconds after which a suspicion is given up (500)
 */
public record EchoValues(int tailMs, double leastDbfs, double spreadDb, int graceMs, double graceDb, int windowMs,
        int loudMs, double voicedShare, double strongDb, int strongMs, int suspectedLoudMs, int likelyLoudMs,
        int suspectedAtMostMs) {

    /** The values that the measurements speak for. */
    public static EchoValues defaults() {
        return new EchoValues(300, -52, 3, 500, 8, 100, 60, 0.4, 8, 40, 150, 240, 500);
    }
}
