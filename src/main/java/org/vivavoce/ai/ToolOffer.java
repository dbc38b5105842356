package org.vivavoce.ai;

import java.util.List;

/**
 * What the chat model is told of a {@link Tool}. A value.
 *
 * @param name        in snake case, at most 64 characters, as OpenAI wants it
 * @param description what it does and when to call it, for the model
 * @param parameters  its arguments
 */
public record ToolOffer(String name, String description, List<ToolParameter> parameters) {

    public ToolOffer {
        parameters = List.copyOf(parameters);
        if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new IllegalArgumentException("no name for a tool: " + name);
        }
    }
}
