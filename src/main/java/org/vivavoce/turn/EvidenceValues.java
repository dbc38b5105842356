package org.vivavoce.turn;

/**
 * How the level of a frame speaks for speech or for noise: a log-likelihood ratio. Noise has levels around its mean by its spread
 * (Gauss); speech, in a room that is not known beforehand, any level in a wide range above. The mean over a quarter of a second decides.
 *
 * @param rangeDb       width of the range of speech (40: from the room's noise to the loudest vowel)
 * @param least         least evidence of one frame (−1.5: quiet lies in all speech, and must not weigh more than sound)
 * @param most          most evidence of one frame (4.5: a click is one or two frames, and must not weigh more than a syllable)
 * @param averageMs     milliseconds over which it is averaged (260: a syllable and a half)
 * @param start         mean evidence from which there may be speech (0.4: the odds are even at 0)
 * @param goOn          mean evidence from which speech goes on (0.1)
 * @param faintestDbfs  level below which a frame speaks for nothing, whatever the room (−64)
 * @param belowUserDb   level below the user's own voice from which a frame speaks for nothing (20: people and television in the
 *                      background are quieter than whoever sits at the microphone)
 * @param userFadesDbPerSecond how fast the user's level is forgotten (1: whoever leans back after a long reply is heard again)
 */
public record EvidenceValues(double rangeDb, double least, double most, int averageMs, double start, double goOn,
        double faintestDbfs, double belowUserDb, double userFadesDbPerSecond) {

    /** The values that the measurements speak for. */
    public static EvidenceValues defaults() {
        return new EvidenceValues(40, -1.5, 4.5, 260, 0.4, 0.1, -64, 20, 1);
    }
}
