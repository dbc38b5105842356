package org.vivavoce.turn;

/** Counts how many of the last frames were marked. */
final class FrameWindow {

    private final boolean[] marks;
    private int next;
    private int count;

    FrameWindow(int frames) {
        marks = new boolean[frames];
    }

    void add(boolean mark) {
        if (marks[next]) {
            count--;
        }
        marks[next] = mark;
        if (mark) {
            count++;
        }
        next = (next + 1) % marks.length;
    }

    int count() {
        return count;
    }

    int size() {
        return marks.length;
    }

    void clear() {
        java.util.Arrays.fill(marks, false);
        count = 0;
    }
}
