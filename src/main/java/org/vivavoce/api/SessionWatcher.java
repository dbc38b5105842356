package org.vivavoce.api;

import java.util.Optional;

/** Is told what happens in a conversation beside what is said. Called by any thread; returns when it has been passed on. */
public interface SessionWatcher {

    /** An idea was saved. */
    void ideaSaved(String idea);

    /** An idea was taken back. */
    void ideaTakenBack(String idea);

    /** Something the user should know. */
    void noticed(String sentence);

    /**
     * The conversation has ended.
     *
     * @param remark why it may not simply go on: the budget is used up
     */
    void ended(Optional<String> remark);
}
