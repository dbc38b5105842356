package org.vivavoce.tools;

import java.util.List;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolArguments;
import org.vivavoce.ai.ToolOffer;

/** Takes the time back that the user was given for an answer. */
public final class CancelTimer implements Tool {

    private static final ToolOffer OFFER = new ToolOffer("cancel_timer",
            "Cancel the time that runs. Call it when the user has finished the answer before, or does not want the time any more.",
            List.of());

    private final ToolListener listener;

    public CancelTimer(ToolListener listener) {
        this.listener = listener;
    }

    @Override
    public ToolOffer offer() {
        return OFFER;
    }

    @Override
    public boolean leavesSomething() {
        return true;
    }

    @Override
    public String call(ToolArguments arguments) {
        listener.timeCancelled();
        return "No time runs any more.";
    }
}
