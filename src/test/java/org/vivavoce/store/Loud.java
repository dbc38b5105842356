package org.vivavoce.store;

/** Ends the test where something could not be kept that should have been. */
final class Loud implements StoreListener {

    @Override
    public void failed(StoreProblem problem) {
        throw new IllegalStateException(problem.sentence());
    }

    @Override
    public void solved() {
        throw new IllegalStateException("nothing had failed");
    }
}
