package org.vivavoce.cli;

/** What the process says at its end. */
final class ExitCodes {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private ExitCodes() {}
}
