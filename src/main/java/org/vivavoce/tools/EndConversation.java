package org.vivavoce.tools;

import java.util.List;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolArguments;
import org.vivavoce.ai.ToolOffer;

/** Ends the conversation when the partner has said goodbye. */
public final class EndConversation implements Tool {

    private static final ToolOffer OFFER = new ToolOffer("end_conversation",
            "End the conversation. Call it only when the user clearly says goodbye or asks to stop for today; then say goodbye in one "
                    + "sentence, without a question.",
            List.of());

    private final ToolListener listener;

    public EndConversation(ToolListener listener) {
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
        listener.ending();
        return "It ends when you have said goodbye.";
    }
}
