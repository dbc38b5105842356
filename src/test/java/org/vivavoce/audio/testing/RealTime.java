package org.vivavoce.audio.testing;

/**
 * Tests of what happens in real time. A computer that is busy with something else leaves gaps in any sound: what fails is tried again,
 * and a fault of the program fails every time. Functions without state.
 */
public final class RealTime {

    private static final int TRIES = 3;

    /** One go of a test. */
    @FunctionalInterface
    public interface Go {
        /** Throws an {@link AssertionError} where what was expected did not happen. */
        void run();
    }

    private RealTime() {}

    /** Passes when one of three goes does; fails as the last one did. */
    public static void test(Go go) {
        for (int i = 1; i < TRIES; i++) {
            try {
                go.run();
                return;
            } catch (AssertionError e) {
                System.out.println("try " + i + " failed: " + e.getMessage());
            }
        }
        go.run();
    }
}
