package org.vivavoce.tools;

import java.util.List;

/** Is told what the partner did, for the user to see. Called by a {@code reply-chat} thread; returns at once. */
public interface ToolListener {

    /** These ideas were saved. */
    void saved(List<String> ideas);

    /** This idea was taken back. */
    void takenBack(String idea);

    /** The conversation is to end when the partner has finished. */
    void ending();
}
