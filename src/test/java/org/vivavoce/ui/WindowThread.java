package org.vivavoce.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Work on the toolkit's thread, awaited without the pauses that a robot makes: nothing here moves by itself. */
final class WindowThread {

    private static final long LIMIT_MS = 10_000;
    /** A list that is loaded chooses a row, which is loaded, shown, and scrolled to: each asks the next. */
    private static final int ROUNDS = 6;
    private static final int FRAMES = 2;

    private WindowThread() {}

    /** Does it there, and what it asks to be done there in turn. */
    static void run(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, work);
        settle();
    }

    /** Until the window was laid out twice: what depends on its size is as it should be, and what follows from that as well. */
    static void frames(Scene scene) {
        for (int frame = 0; frame < FRAMES; frame++) {
            CountDownLatch laidOut = new CountDownLatch(1);
            Runnable listener = laidOut::countDown;
            WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, () -> {
                scene.addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
            });
            try {
                assertTrue(laidOut.await(LIMIT_MS, TimeUnit.MILLISECONDS), "no frame");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, () -> scene.removePostLayoutPulseListener(listener));
            settle();
        }
    }

    /** Until what was asked of the window, and what that asked of it in turn, is done. */
    static void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, () -> {
            });
        }
    }
}
