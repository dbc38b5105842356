package org.vivavoce.session;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class EarsTest {

    private final Ears ears = new Ears(500);
    private final ScriptedUser user = new ScriptedUser();
    private long now;

    @Test
    void theUtteranceHasItsPreRollAndATailOf400Ms() {
        hearUntil(2060);
        ears.begin(2000);
        hearUntil(4000);

        assertSpan(1510, 3400, ears.end(3000));
    }

    @Test
    void whatIsThereBeforeTheFirstHalfSecondIsThePreRoll() {
        hearUntil(200);
        ears.begin(150);
        hearUntil(1000);

        assertSpan(10, 1000, ears.end(900));
    }

    @Test
    void whatWasAudibleBeforeTheVoiceWasKnownHasItsPreRollToo() {
        user.speaks(1500, 1700, -50); // a soft first word
        user.speaks(1850, 3000, -30);
        hearUntil(2060);
        ears.begin(2000);
        hearUntil(4000);

        assertSpan(1010, 3400, ears.end(3000));
    }

    @Test
    void aSoundASecondEarlierIsNotPartOfTheWord() {
        user.speaks(500, 1500, -30);
        hearUntil(2060);
        ears.begin(2000);
        hearUntil(4000);

        assertSpan(1510, 3400, ears.end(3000));
    }

    @Test
    void atMostThreeSecondsBeforeTheDecisionAreKept() {
        hearUntil(10_000);
        ears.begin(1000);
        hearUntil(11_000);

        assertSpan(7010, 10_900, ears.end(10_500));
    }

    @Test
    void piecesFollowEachOtherWithoutAGapAndWithoutAnythingTwice() {
        hearUntil(1000);
        ears.begin(900);
        hearUntil(2000);
        assertSpan(410, 2000, ears.cut());
        hearUntil(3000);
        assertSpan(2010, 2900, ears.end(2500));
    }

    @Test
    void aPieceInWhichNothingWasSaidIsEmpty() {
        hearUntil(1000);
        ears.begin(900);
        hearUntil(2000);
        ears.cut();
        hearUntil(3000);

        assertEquals(0, ears.end(1800).length);
    }

    @Test
    void thePreRollOfTheNextUtteranceHasWhatTheLastOneDidNotTake() {
        hearUntil(1000);
        ears.begin(900);
        hearUntil(3000);
        assertSpan(410, 2400, ears.end(2000)); // and from 2410 to 3000 the user had begun again, too softly to be found
        hearUntil(3100);
        ears.begin(3040);
        hearUntil(4000);

        assertSpan(2550, 3900, ears.end(3500));
    }

    @Test
    void whatTheLastUtteranceTookIsNotTakenTwice() {
        hearUntil(1000);
        ears.begin(900);
        hearUntil(2000);
        ears.end(2000);
        hearUntil(2200);
        ears.begin(2100);
        hearUntil(3000);

        assertSpan(2010, 2900, ears.end(2500));
    }

    @Test
    void whatWasSetAsideIsNotTakenTwice() {
        hearUntil(1000);
        ears.begin(900);
        hearUntil(2000);
        ears.cut();
        ears.drop();
        hearUntil(2200);
        ears.begin(2150);
        hearUntil(3000);

        assertSpan(2010, 2900, ears.end(2500));
    }

    @Test
    void aDroppedSoundStaysInThePreRoll() {
        hearUntil(1000);
        ears.begin(900);
        hearUntil(1200);
        ears.drop();
        hearUntil(1400);
        ears.begin(1300);
        hearUntil(2000);

        assertSpan(810, 2000, ears.end(1900));
    }

    private void hearUntil(long ms) {
        while (now < ms) {
            now += ScriptedUser.FRAME_MS;
            ears.hear(user.frame(now));
        }
    }

    private static void assertSpan(long firstFrameEnds, long lastFrameEnds, short[] samples) {
        assertArrayEquals(new long[]{firstFrameEnds, lastFrameEnds}, ScriptedUser.span(samples));
        assertEquals((lastFrameEnds - firstFrameEnds) / ScriptedUser.FRAME_MS + 1, samples.length / 160);
    }
}
