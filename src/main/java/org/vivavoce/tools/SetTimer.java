package org.vivavoce.tools;

import java.time.Duration;
import java.util.List;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolArguments;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.ai.ToolParameter;

/** Gives the user time for an answer. */
public final class SetTimer implements Tool {

    static final int LEAST_S = 5;
    static final int MOST_S = 600;

    private static final int LONGEST_WHAT = 80;

    private static final ToolOffer OFFER = new ToolOffer("set_timer",
            "Give the user a set time for an answer, such as two minutes for a story. Call it when the user asks for a time limit or agrees "
                    + "to one. The user sees the time that is left; it begins when you have finished speaking, and a new one replaces it.",
            List.of(new ToolParameter("seconds", ToolParameter.Kind.NUMBER,
                    "How long, from " + LEAST_S + " to " + MOST_S + ".", true),
                    new ToolParameter("what", ToolParameter.Kind.TEXT,
                            "What the time is for, in a few words of the language that is spoken.", false)));

    private final ToolListener listener;

    public SetTimer(ToolListener listener) {
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
    public String call(ToolArguments arguments) throws ToolArguments.MalformedException {
        int seconds = arguments.number("seconds", LEAST_S, MOST_S);
        String what = arguments.optionalText("what").orElse("").replaceAll("\\s+", " ");
        listener.timeGiven(Duration.ofSeconds(seconds),
                what.length() <= LONGEST_WHAT ? what : what.substring(0, LONGEST_WHAT).strip() + "…");
        return "Set. It begins when you have finished speaking. You are told when it is up; cancel it when the answer is complete before.";
    }
}
