package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Stage;

/** Services that answer when they are told to; later on, by themselves. */
final class HeldFate implements Fate {

    private static final long BY_ITSELF_MS = 200;

    /** A step that waits to go well or wrong. */
    record Step(Stage stage, Cancellation cancellation, Runnable succeeds, Runnable fails) {}

    private final VirtualTime time;
    private final List<Step> held = new ArrayList<>();
    private boolean letGo;

    HeldFate(VirtualTime time) {
        this.time = time;
    }

    @Override
    public void decide(Stage stage, long id, Cancellation cancellation, Runnable succeeds, Runnable fails) {
        if (letGo) {
            time.in(BY_ITSELF_MS, succeeds);
        } else {
            held.add(new Step(stage, cancellation, succeeds, fails));
        }
    }

    /** What somebody waits for. */
    List<Step> held() {
        held.removeIf(step -> step.cancellation().isCancelled());
        return List.copyOf(held);
    }

    void goes(Step step, boolean well) {
        held.remove(step);
        (well ? step.succeeds() : step.fails()).run();
    }

    /** From now on every step goes well, and soon. */
    void letsGo() {
        letGo = true;
        held().forEach(step -> goes(step, true));
    }
}
