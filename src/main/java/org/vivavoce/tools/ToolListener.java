package org.vivavoce.tools;

import java.time.Duration;
import java.util.List;
import org.vivavoce.store.Idea;

/** Is told what the partner did, for the user to see. Called by a {@code reply-chat} thread; returns at once. */
public interface ToolListener {

    /** These ideas were saved. */
    void saved(List<Idea> ideas);

    /** This idea was taken back. */
    void takenBack(Idea idea);

    /** The user gets so much time for an answer, in place of what was given before. */
    void timeGiven(Duration length, String what);

    /** That time does not matter any more. */
    void timeCancelled();

    /** The conversation is to end when the partner has finished. */
    void ending();
}
