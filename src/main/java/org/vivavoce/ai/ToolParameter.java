package org.vivavoce.ai;

/**
 * One argument of a {@link Tool}, as the chat model is told of it.
 *
 * @param name        in snake case, as models write them
 * @param kind        what it holds
 * @param description for the model
 * @param required    whether a call without it is malformed
 */
public record ToolParameter(String name, Kind kind, String description, boolean required) {

    /** What an argument holds. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** Several texts. */
        TEXTS,
        /** A whole number. */
        NUMBER
    }
}
