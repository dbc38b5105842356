package org.vivavoce.conversation;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertThrows;

class OverrunsTest {

    private final Figures figures = new Figures("overruns");

    @Test
    void aSingleOneIsBorneHoweverShortTheConversation() {
        new Overruns(0, 0, 0, 0.4).check(figures);
        new Overruns(1, 0, 0, 0.4).check(figures);
        new Overruns(2, 0, 0, 2.1).check(figures);
    }

    @Test
    void theLoudspeakersCountAsTheMicrophonesDo() {
        new Overruns(0, 1, 0, 0.4).check(figures);
        assertThrows(AssertionError.class, () -> new Overruns(0, 2, 0, 0.4).check(figures));
    }

    @Test
    void whatTheComputerItselfStoodStillIsNotTheProgrammesFault() {
        new Overruns(2, 3, 2, 0.4).check(figures);
        assertThrows(AssertionError.class, () -> new Overruns(0, 4, 2, 0.4).check(figures));
    }

    @Test
    void oneAMinuteIsTooMany() {
        assertThrows(AssertionError.class, () -> new Overruns(2, 0, 0, 0.4).check(figures));
        assertThrows(AssertionError.class, () -> new Overruns(3, 0, 0, 3).check(figures));
    }
}
