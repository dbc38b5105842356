package org.vivavoce.turn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ResidualEchoTest {

    private final ResidualEcho residual = new ResidualEcho();

    @Test
    void theFirstSoundIsFollowedAtOnceButNotIntoTheUsersVoice() {
        learn(-48, 100);
        assertEquals(-48, residual.dbfs());
        learn(-20, 100);
        assertEquals(-40, residual.dbfs());
    }

    @Test
    void laterItRisesByTenDecibelsASecondAndFallsByThree() {
        learn(-60, 500);
        learn(-30, 250);
        assertEquals(-57.5, residual.dbfs(), 0.01);
        learn(-80, 500);
        assertEquals(-59, residual.dbfs(), 0.01);
    }

    private void learn(double dbfs, int ms) {
        for (int at = 0; at < ms; at += VoiceActivityValues.FRAME_MS) {
            residual.learn(dbfs, false);
        }
    }
}
