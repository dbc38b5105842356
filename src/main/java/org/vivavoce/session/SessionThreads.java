package org.vivavoce.session;

/** The threads a conversation runs on; made by the app, which names them and takes what escapes them. */
public interface SessionThreads {

    /** Starts a long-lived thread: {@code capture}, {@code session} or {@code playback}. */
    void start(String name, Runnable work);

    /** Runs blocking work of one reply on a virtual thread {@code reply-…}. */
    void run(String name, Runnable work);
}
