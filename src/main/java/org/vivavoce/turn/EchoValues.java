package org.vivavoce.turn;

/**
 * What is asked of a sound while the partner speaks: its echo may be in it, and the answer must come sooner.
 *
 * @param tailMs            milliseconds after the loudspeaker fell silent in which its echo still comes (300)
 * @param leastDbfs         level below which nothing is speech (−48: what echo cancelling leaves)
 * @param spreadDb          standard deviation of what is left of the echo, around its learned level (3)
 * @param graceMs           milliseconds at the start of a reply in which it may be louder (500: the echo canceller adapts)
 * @param graceDb           by how much (8)
 * @param windowMs          milliseconds that are looked at for a first suspicion of speech (100)
 * @param loudMs            how much of it must be loud (60: a click is shorter)
 * @param voicedShare       share of voiced frames among the loud ones of the last 300 ms (0.4: keys stay below)
 * @param suspectedLoudMs   loud milliseconds that a suspicion counts for at most (150: enough for the partner to grow softer, not enough
 *                          to fall silent)
 * @param suspectedAtMostMs milliseconds after which a suspicion is given up (500)
 */
public record EchoValues(int tailMs, double leastDbfs, double spreadDb, int graceMs, double graceDb, int windowMs,
        int loudMs, double voicedShare, int suspectedLoudMs, int suspectedAtMostMs) {

    /** The values that the measurements speak for. */
    public static EchoValues defaults() {
        return new EchoValues(300, -48, 3, 500, 8, 100, 60, 0.4, 150, 500);
    }
}
