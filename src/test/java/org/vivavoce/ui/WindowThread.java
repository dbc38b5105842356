package org.vivavoce.ui;

import org.testfx.util.WaitForAsyncUtils;

/** Work on the toolkit's thread, awaited without the pauses that a robot makes: nothing here moves by itself. */
final class WindowThread {

    private static final long LIMIT_MS = 10_000;
    /** A list that is loaded chooses a row, which is loaded, shown, and scrolled to: each asks the next. */
    private static final int ROUNDS = 6;

    private WindowThread() {}

    /** Does it there, and what it asks to be done there in turn. */
    static void run(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, work);
        settle();
    }

    /** Until what was asked of the window, and what that asked of it in turn, is done. */
    static void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, () -> {
            });
        }
    }
}
