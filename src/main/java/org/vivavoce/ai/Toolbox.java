package org.vivavoce.ai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The tools of one conversation. What is wrong with a call is told to the chat model, which can do better or say so: never to the user.
 * Thread-safe where its tools are.
 */
public final class Toolbox {

    /** Nothing can be called. */
    public static final Toolbox EMPTY = new Toolbox(List.of(), fault -> {
    });

    private static final int MOST_CHARACTERS = 4000;

    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final Consumer<RuntimeException> faults;

    /**
     * Offers these.
     *
     * @param faults takes what a tool throws that no tool should, for the log
     */
    public Toolbox(List<Tool> tools, Consumer<RuntimeException> faults) {
        tools.forEach(tool -> this.tools.put(tool.offer().name(), tool));
        this.faults = faults;
    }

    /** What the chat model is told of them. */
    public List<ToolOffer> offers() {
        return tools.values().stream().map(Tool::offer).toList();
    }

    /** Whether there is what a call is for. */
    public boolean isOffered(ToolCall call) {
        return tools.containsKey(call.name());
    }

    /** Whether a call leaves something behind, see {@link Tool#leavesSomething()}. */
    public boolean leavesSomething(ToolCall call) {
        Tool tool = tools.get(call.name());
        return tool != null && tool.leavesSomething();
    }

    /**
     * Does what was called for, if it can be done. Never throws.
     *
     * @return what the model is told
     */
    public String run(ToolCall call) {
        Tool tool = tools.get(call.name());
        if (tool == null) {
            return "There is no such tool. There are: " + String.join(", ", tools.keySet()) + ".";
        }
        try {
            String result = tool.call(ToolArguments.of(call.arguments()));
            return result.length() <= MOST_CHARACTERS ? result : result.substring(0, MOST_CHARACTERS) + "…";
        } catch (ToolArguments.MalformedException e) {
            return "The call was malformed: " + e.getMessage() + ". Nothing was done.";
        } catch (ToolFailedException e) {
            return "It did not work: " + e.getMessage();
        } catch (RuntimeException e) {
            faults.accept(e);
            return "It did not work: the program made a mistake.";
        }
    }
}
