package org.vivavoce.turn;

/**
 * The values of the adaptive voice activity detector. Levels are RMS in dBFS of cleaned frames of 10 ms.
 *
 * @param startAboveFloorDb      dB above the noise floor from which a frame counts as loud (10: quiet speech at −40 dBFS in a room of
 *                               −55 dBFS still counts)
 * @param stopAboveFloorDb       dB above the noise floor below which a frame counts as quiet (6: hysteresis of 4 dB against chatter)
 * @param leastDbfs              level below which nothing is speech, whatever the floor (−55)
 * @param startLoudMs            milliseconds of loud frames needed in {@code startWindowMs} (60 of 100: a click is shorter)
 * @param startWindowMs          see {@code startLoudMs}
 * @param voicedPeriodicity      periodicity from which a frame is voiced (0.5)
 * @param voicedShare            share of voiced frames among the loud ones of the last 300 ms (0.4: keys and fans stay below)
 * @param hangoverMs             milliseconds of quiet before speech has stopped (200: the closure of a plosive is shorter)
 * @param floorWindowMs          milliseconds over which the noise floor is the minimum (10,000)
 * @param floorAtLeastDbfs       lowest floor believed in (−75: digital silence would make every breath speech)
 * @param playingAtLeastDbfs     level below which nothing is speech while the partner sounds (−48: what echo cancelling leaves)
 * @param playingAboveResidualDb dB above the learned residual echo from which a frame counts as loud while the partner sounds (6)
 * @param graceMs                milliseconds at the start of a reply in which the trigger is higher still (500: the echo canceller
 *                               adapts)
 * @param graceDb                by how many dB it is higher (8)
 */
public record VoiceActivityValues(double startAboveFloorDb, double stopAboveFloorDb, double leastDbfs, int startLoudMs,
        int startWindowMs, double voicedPeriodicity, double voicedShare, int hangoverMs, int floorWindowMs,
        double floorAtLeastDbfs,
        double playingAtLeastDbfs, double playingAboveResidualDb, int graceMs, double graceDb) {

    /** Milliseconds of a frame. */
    public static final int FRAME_MS = 10;

    /** The values that the measurements speak for. */
    public static VoiceActivityValues defaults() {
        return new VoiceActivityValues(10, 6, -55, 60, 100, 0.5, 0.4, 200, 10_000, -75, -48, 6, 500, 8);
    }
}
