package org.vivavoce.session;

import java.util.Random;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Stage;

/**
 * Services as they are on a bad day: usual latencies with a long tail, failures, streams that stand still until somebody's patience is
 * over, and now and then no answer at all.
 */
final class RandomFate implements Fate {

    /** So long a service may stand still before it counts as failed. */
    static final long STALL_MS = 15_000;
    private static final double SPREAD = 0.4; // of the logarithm
    private static final int TAIL = 6;
    private static final long LEAST_MS = 20;

    private final VirtualTime time;
    private final Random random;
    private boolean calm;

    RandomFate(VirtualTime time, Random random) {
        this.time = time;
        this.random = random;
    }

    /** From now on nothing fails or takes its time; or it does again. */
    void calm(boolean isCalm) {
        calm = isCalm;
    }

    @Override
    public void decide(Stage stage, long id, Cancellation cancellation, Runnable succeeds, Runnable fails) {
        long ms = LEAST_MS + (long) (usual(stage) * Math.exp(SPREAD * random.nextGaussian()));
        int dice = calm ? Integer.MAX_VALUE : random.nextInt(1000);
        if (dice < 6 && id > 0) { // never; a sound over the partner has the service's own limit
            return;
        }
        if (dice < 20) {
            time.in(STALL_MS, fails);
        } else if (dice < 70) {
            time.in(ms, fails);
        } else {
            time.in(dice < 140 ? ms * TAIL : ms, succeeds);
        }
    }

    private static long usual(Stage stage) {
        return switch (stage) {
            case TRANSCRIPTION -> 700;
            case CHAT -> 400;
            case SPEECH -> 500;
        };
    }
}
