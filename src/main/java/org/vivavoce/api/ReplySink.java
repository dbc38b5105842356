package org.vivavoce.api;

import org.vivavoce.session.TurnListener;
import org.vivavoce.session.WrittenTurn;

/** Takes a reply on its way to a client. Thread-safe; waits for the client where that is slow, and never throws: who left is cancelled. */
interface ReplySink extends TurnListener {

    /** What was understood of an utterance. */
    void heard(String words);

    /** An idea was saved. */
    void ideaSaved(String idea);

    /** An idea was taken back. */
    void ideaTakenBack(String idea);

    /** Something the user should know. */
    void noticed(String sentence);

    /** The reply is whole, and kept. Nothing follows. */
    void done(WrittenTurn.Answer answer);

    /** There is no reply, or no more of it. Nothing follows. */
    void failed(Problem problem);
}
