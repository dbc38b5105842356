package org.vivavoce.turn;

/** What the level of a frame says for speech and against noise; a function of the values. */
final class LevelEvidence {

    private final EvidenceValues values;

    LevelEvidence(EvidenceValues values) {
        this.values = values;
    }

    /**
     * The logarithm of how much likelier a level is in speech than in noise, within bounds.
     *
     * @param mean   of the noise, dBFS
     * @param spread its standard deviation, dB
     * @param user   how loud the user speaks, dBFS
     */
    double of(double dbfs, double mean, double spread, double user) {
        if (dbfs <= mean || dbfs < values.faintestDbfs() || dbfs < user - values.belowUserDb()) {
            return values.least();
        }
        double deviations = (dbfs - mean) / spread;
        double ratio = Math.log(spread * Math.sqrt(2 * Math.PI) / values.rangeDb()) + deviations * deviations / 2;
        return Math.clamp(ratio, values.least(), values.most());
    }
}
