package org.vivavoce.api;

/** A request cannot be answered as it was meant. */
final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.kind(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
