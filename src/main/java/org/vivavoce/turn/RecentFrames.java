package org.vivavoce.turn;

/** What was heard in the last second, frame by frame; frames are counted from the newest, which is 0. */
final class RecentFrames {

    static final int CAPACITY = 100;

    private final double[] evidence = new double[CAPACITY];
    private final double[] dbfs = new double[CAPACITY];
    private final boolean[] voiced = new boolean[CAPACITY];
    private final boolean[] gliding = new boolean[CAPACITY];
    private final int averaged;
    private double sum;
    private long count;

    /**
     * @param averagedFrames over how many frames the evidence is averaged
     * @param before         the evidence of each frame before the first
     */
    RecentFrames(int averagedFrames, double before) {
        averaged = averagedFrames;
        java.util.Arrays.fill(evidence, before);
        java.util.Arrays.fill(dbfs, HeardFrame.SILENCE.dbfs());
        sum = before * averagedFrames;
    }

    void add(double frameEvidence, double frameDbfs, boolean isVoiced, boolean isGliding) {
        sum += frameEvidence - evidence[index(averaged - 1)];
        count++;
        int now = index(0);
        evidence[now] = frameEvidence;
        dbfs[now] = frameDbfs;
        voiced[now] = isVoiced;
        gliding[now] = isGliding;
    }

    double averageEvidence() {
        return sum / averaged;
    }

    /** Whether a frame speaks for speech by its level. */
    boolean isLoud(int ago) {
        return evidence[index(ago)] > 0;
    }

    /** Whether it is loud and has a pitch. */
    boolean isVoiced(int ago) {
        return isLoud(ago) && voiced[index(ago)];
    }

    /** Whether it is voiced and its pitch glides. */
    boolean isGliding(int ago) {
        return isVoiced(ago) && gliding[index(ago)];
    }

    double dbfs(int ago) {
        return dbfs[index(ago)];
    }

    /** How many of the last frames are loud. */
    int loud(int frames) {
        int loud = 0;
        for (int ago = 0; ago < frames; ago++) {
            loud += isLoud(ago) ? 1 : 0;
        }
        return loud;
    }

    /** How many of the last frames are loud and have at least this level. */
    int loud(int frames, double atLeastDbfs) {
        int found = 0;
        for (int ago = 0; ago < frames; ago++) {
            found += isLoud(ago) && dbfs(ago) >= atLeastDbfs ? 1 : 0;
        }
        return found;
    }

    /** How many of the last frames are voiced. */
    int voiced(int frames) {
        int found = 0;
        for (int ago = 0; ago < frames; ago++) {
            found += isVoiced(ago) ? 1 : 0;
        }
        return found;
    }

    private int index(int ago) {
        return (int) Math.floorMod(count - ago, (long) CAPACITY);
    }
}
