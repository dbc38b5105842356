package org.vivavoce.ai;

/** Is told when an answer takes long. Called on any thread; must not block. */
public interface SlownessListener {

    /** A service has been asked and has not answered for long. */
    void slow(Stage stage);

    /** What took long is over: the service has answered, has failed, or is not waited for any more. */
    void over(Stage stage);
}
