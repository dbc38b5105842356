package org.vivavoce.ai;

/** Is told when a request that failed is sent again. Called on any thread; must not block. */
@FunctionalInterface
public interface RetryListener {

    /** A request of this stage failed and is about to be sent again. */
    void sentAgain(Stage stage);
}
