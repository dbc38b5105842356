package org.vivavoce.cli;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TalkInputsTest {

    private final TalkInputs inputs = new TalkInputs();

    @Test
    void withoutAMicrophoneTheEndOfTypingIsTheEnd() {
        assertFalse(inputs.microphoneIs(false));
        assertTrue(inputs.typingEnds());
    }

    @Test
    void whereTypingEndsBeforeTheMicrophoneIsKnownToBeMissingThatIsTheEndToo() {
        assertFalse(inputs.typingEnds());
        assertTrue(inputs.microphoneIs(false));
    }

    @Test
    void withAMicrophoneNobodyNeedsToType() {
        assertFalse(inputs.typingEnds());
        assertFalse(inputs.microphoneIs(true));
    }

    @Test
    void aMicrophoneThatGoesLaterIsWaitedFor() {
        assertFalse(inputs.microphoneIs(true));
        assertFalse(inputs.typingEnds());
        assertFalse(inputs.microphoneIs(false));
    }
}
