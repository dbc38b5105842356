package org.vivavoce.ui.common;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again on the JavaFX thread while a screen is shown. JavaFX thread. An animation would do the same, but keeps
 * the toolkit awake sixty times a second for one tick.
 */
public final class Ticks {

    private final Runnable action;
    private final Executor later;
    /** Counts the starts: a tick that was ordered before the last start or stop is none any more. */
    private int generation;

    /**
     * Does nothing yet.
     *
     * @param every the time between two ticks
     */
    public Ticks(Duration every, Runnable action) {
        this.action = action;
        this.later = CompletableFuture.delayedExecutor(every.toMillis(), TimeUnit.MILLISECONDS, new UiThread());
    }

    /** Ticks from now on, the first time after one interval. */
    public void start() {
        next(++generation);
    }

    /** Ticks no more. */
    public void stop() {
        generation++;
    }

    private void next(int mine) {
        later.execute(() -> {
            if (mine == generation) {
                action.run();
                next(mine);
            }
        });
    }
}
