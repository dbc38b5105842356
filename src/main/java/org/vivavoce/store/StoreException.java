package org.vivavoce.store;

/**
 * Something could not be kept or read. Carries the problem and no cause: what SQLite has to say may repeat what was said or searched for.
 */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient StoreProblem problem;

    StoreException(StoreProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** What is wrong, with a sentence for the user. */
    public StoreProblem problem() {
        return problem;
    }
}
