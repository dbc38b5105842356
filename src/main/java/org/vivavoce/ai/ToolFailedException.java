package org.vivavoce.ai;

import org.jspecify.annotations.Nullable;

/** A tool could not do what it was called for. The message is for the chat model, which tells the user in its own words. */
public final class ToolFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param reason one sentence without names of files or texts of the user
     * @param cause  for the log of whoever wants it
     */
    public ToolFailedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
