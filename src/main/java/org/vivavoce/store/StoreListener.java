package org.vivavoce.store;

/** Is told, by the thread that writes in the background, whether conversations are kept; must return at once. */
public interface StoreListener {

    /** Something could not be kept. Told once until {@link #solved()}; what was said meanwhile waits in memory. */
    void failed(StoreProblem problem);

    /** What waited has been kept. */
    void solved();
}
