package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a tree of choices, a path at a time: whoever walks it asks at each fork, and every path is walked once. What the forks
 * are may depend on the choices before.
 */
final class Choices {

    private record Fork(int chosen, int of) {}

    private final List<Fork> path = new ArrayList<>();
    private int depth;

    /** Which of so many ways is taken, from 0. */
    int next(int ways) {
        if (depth == path.size()) {
            path.add(new Fork(0, ways));
        }
        return path.get(depth++).chosen();
    }

    /** Turns to the next path; false where all have been walked. */
    boolean turn() {
        path.subList(depth, path.size()).clear();
        depth = 0;
        while (!path.isEmpty()) {
            Fork last = path.removeLast();
            if (last.chosen() + 1 < last.of()) {
                path.add(new Fork(last.chosen() + 1, last.of()));
                return true;
            }
        }
        return false;
    }
}
