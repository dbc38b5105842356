package org.vivavoce.ai;

import java.util.function.Consumer;

/**
 * Sends the requests of one stage a second time where they are unusually slow, and takes the first answer. A few answers in a hundred
 * take many times as long as the others, and a second request is then nearly always faster; see the decision note 0008. Thread-safe;
 * callers block.
 */
public final class Hedge {

    private final Stage stage;
    private final HedgeRunner runner;
    private final HedgeListener listener;
    private final UsualLatency usual;
    private final HedgeBudget budget;

    /** @param listener is told of second requests */
    public Hedge(Stage stage, HedgeValues values, HedgeRunner runner, HedgeListener listener) {
        this.stage = stage;
        this.runner = runner;
        this.listener = listener;
        this.usual = new UsualLatency(stage, values);
        this.budget = new HedgeBudget(values, runner);
    }

    /**
     * The first answer; to be closed when all of it was taken. Breaking it off before cancels what is left.
     *
     * @param answer       what the request handed over
     * @param breakOff     cancels what is left of the answer
     * @param registration of the caller's cancellation
     */
    record First<T>(T answer, Runnable breakOff, Cancellation.Registration registration) implements AutoCloseable {
        @Override
        public void close() {
            registration.close();
        }
    }

    /**
     * Sends a request and, where it is slow, sends it again.
     *
     * @param size    see {@link RequestSize}
     * @param discard frees an answer that nobody takes
     */
    <T> First<T> first(double size, Race.Request<T> request, Consumer<T> discard, Cancellation caller)
            throws ServiceException {
        HedgeBudget.Request place = budget.begin();
        Race<T> race = new Race<>(stage, runner, request, discard);
        Cancellation.Registration registration = caller.onCancel(race::cancel);
        boolean answered = false;
        race.start(budget);
        try (Cancellation.Registration _ = runner.after(usual.limit(size), () -> sendAgain(race, place))) {
            T answer = race.await();
            answered = true;
            race.tellLatencies(usual, size);
            return new First<>(answer, race::cancel, registration);
        } finally {
            if (!answered) {
                race.cancel();
                registration.close();
            }
        }
    }

    private void sendAgain(Race<?> race, HedgeBudget.Request place) {
        if (race.sendAgain(budget, place)) {
            listener.hedged(stage);
        }
    }
}
