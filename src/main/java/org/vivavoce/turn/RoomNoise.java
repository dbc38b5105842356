package org.vivavoce.turn;

/**
 * What the room sounds like when nobody speaks: the mean and the spread of its levels. Learned from what is surely noise; lifted where
 * the level has not fallen as far as the mean for seconds, which is not so while somebody speaks. Used by the voice activity detector.
 */
final class RoomNoise {

    private final NoiseValues values;
    private final Valley valley;
    private final int calibrationFrames;
    private final double liftDb;
    private double mean;
    private double variance;
    private double sum;
    private double sumOfSquares;
    private int taught;
    private int frames;
    private int heard;
    private int silent;

    RoomNoise(NoiseValues values) {
        this.values = values;
        valley = new Valley(values.valleyMs());
        calibrationFrames = VoiceActivityValues.frames(values.calibrationMs());
        liftDb = values.liftDbPerSecond() * VoiceActivityValues.FRAME_MS / 1000;
        mean = values.lowestDbfs();
        variance = square(values.leastSpreadDb());
    }

    /** Time passes; whether anything is learned or not. */
    void tick() {
        frames++;
    }

    /** Whether so much time has passed that the room is known, or nothing is to be known of it. */
    boolean isKnown() {
        return frames > calibrationFrames;
    }

    /**
     * Takes a frame without echo in it.
     *
     * @param voiced   whether it has a pitch
     * @param evidence mean evidence for speech of the last frames
     * @param speaking whether somebody speaks
     */
    void hear(HeardFrame frame, boolean voiced, double evidence, boolean speaking) {
        heard++;
        if (frame.isSilence()) {
            silence(speaking);
            return;
        }
        double dbfs = Math.max(frame.dbfs(), values.lowestDbfs());
        valley.hear(dbfs);
        if (taught < calibrationFrames && heard <= 2 * calibrationFrames && silent < calibrationFrames) {
            if (!voiced) { // a voice is not the room
                calibrate(dbfs);
            }
            return;
        }
        if (!speaking && evidence < values.belowEvidence()) {
            learn(dbfs);
        }
        double least = valley.dbfs() - values.belowValleyDb();
        if (valley.isKnown() && least > mean) {
            mean += Math.min(liftDb, least - mean);
        }
    }

    /** The system lets nothing through but words: between them the room is as quiet as can be, and what comes first is no noise. */
    private void silence(boolean speaking) {
        silent++;
        valley.hear(values.lowestDbfs());
        if (!speaking) {
            mean = Math.max(values.lowestDbfs(), mean - liftDb);
        }
    }

    private void calibrate(double dbfs) {
        taught++;
        sum += dbfs;
        sumOfSquares += square(dbfs);
        mean = sum / taught;
        variance = within(sumOfSquares / taught - square(mean));
        mean = Math.min(mean, values.calibrationMeanDbfs());
    }

    private void learn(double dbfs) {
        double above = dbfs - mean;
        double share = (double) VoiceActivityValues.FRAME_MS / (above < 0 ? values.fallMs() : values.riseMs());
        mean += share * above;
        variance = within(variance + share * (square(above) - variance));
    }

    private double within(double newVariance) {
        return Math.clamp(newVariance, square(values.leastSpreadDb()), square(values.greatestSpreadDb()));
    }

    /** dBFS. */
    double meanDbfs() {
        return mean;
    }

    /** Standard deviation, dB. */
    double spreadDb() {
        return Math.sqrt(variance);
    }

    private static double square(double value) {
        return value * value;
    }
}
