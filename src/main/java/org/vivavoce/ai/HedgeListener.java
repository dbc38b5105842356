package org.vivavoce.ai;

/** Is told when a request is sent a second time. Called on any thread; must not block. */
@FunctionalInterface
public interface HedgeListener {

    /** A request of this stage was too slow: a second one is on its way. */
    void hedged(Stage stage);
}
