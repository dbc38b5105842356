package org.vivavoce.ai;

/**
 * Something that the partner can do while it talks. Called on a {@code reply-chat} thread, by several replies one after the other; may
 * block for a moment.
 */
public interface Tool {

    /** What the chat model is told of it. */
    ToolOffer offer();

    /**
     * Whether a call leaves something behind. Such a call waits until it is certain that the user's turn has ended: an answer is often begun
     * before, and taken back where the user goes on.
     */
    boolean leavesSomething();

    /**
     * Does it.
     *
     * @return what the model is told of it, in a few words
     * @throws ToolArguments.MalformedException when an argument is missing or of the wrong kind
     * @throws ToolFailedException              when it can't be done now
     */
    String call(ToolArguments arguments) throws ToolArguments.MalformedException, ToolFailedException;
}
