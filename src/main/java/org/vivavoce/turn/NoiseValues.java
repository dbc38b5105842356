package org.vivavoce.turn;

/**
 * How the noise of the room is learned. Levels are RMS in dBFS of cleaned frames of 10 ms.
 *
 * @param lowestDbfs        lowest mean believed in (−75: digital silence would make every breath speech)
 * @param calibrationMs     milliseconds at the start of a session that teach at once (500)
 * @param calibrationMeanDbfs highest mean they can teach (−35: louder is somebody speaking already, and must not deafen)
 * @param leastSpreadDb     least standard deviation believed in (1: what noise suppression leaves is even)
 * @param greatestSpreadDb  greatest (6: babble; more is speech that was taken for noise)
 * @param riseMs            time constant of following a level that rises (670)
 * @param fallMs            time constant of following one that falls (330: noise that ends is known to have ended)
 * @param belowEvidence     mean evidence below which a frame teaches (−1.1: nearly all frames of the last 260 ms are noise; from −0.9
 *                          on, speech in loud noise is learned as noise and deafens for good)
 * @param valleyMs          milliseconds over which the lowest level is remembered (5,000: speech dips between words and sounds more
 *                          often than that, so a level that never falls below something is the room's)
 * @param belowValleyDb     how far the mean can lie below the lowest level; else it is lifted (2)
 * @param liftDbPerSecond   how fast (12)
 */
public record NoiseValues(double lowestDbfs, int calibrationMs, double calibrationMeanDbfs, double leastSpreadDb,
        double greatestSpreadDb, int riseMs, int fallMs, double belowEvidence, int valleyMs, double belowValleyDb,
        double liftDbPerSecond) {

    /** The values that the measurements speak for. */
    public static NoiseValues defaults() {
        return new NoiseValues(-75, 500, -35, 1, 6, 670, 330, -1.1, 5000, 2, 12);
    }
}
