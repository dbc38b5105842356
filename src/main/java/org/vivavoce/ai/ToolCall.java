package org.vivavoce.ai;

/**
 * A call of a tool as the chat model wrote it, right or wrong. A value.
 *
 * @param id        names the call towards the model
 * @param name      of the tool; there may be none of that name
 * @param arguments a JSON object, or what the model took for one
 */
public record ToolCall(String id, String name, String arguments) {

    @Override
    public String toString() {
        return "ToolCall[" + arguments.length() + " characters]"; // what was said never enters a log
    }
}
