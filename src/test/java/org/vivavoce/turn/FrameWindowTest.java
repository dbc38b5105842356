package org.vivavoce.turn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FrameWindowTest {

    private final FrameWindow window = new FrameWindow(3);

    @Test
    void onlyTheLastFramesCount() {
        window.add(true);
        window.add(true);
        assertEquals(2, window.count());
        window.add(false);
        window.add(false);
        assertEquals(1, window.count());
        window.add(false);
        assertEquals(0, window.count());
        assertEquals(3, window.size());
    }

    @Test
    void clearedItBeginsAnew() {
        window.add(true);
        window.add(true);
        window.clear();
        window.add(true);

        assertEquals(1, window.count());
    }
}
