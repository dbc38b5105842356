package org.vivavoce.openai;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.openai.testing.RealtimeFault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RealtimeWordingTest {

    private RealtimeFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new RealtimeFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aSentenceInOtherWordsIsCounted() throws Exception {
        fixture.script().wording(text -> "Sure! " + text);

        fixture.speak("Tell me about yourself.");
        fixture.speak("And then?");

        assertEquals(2, fixture.reworded.get());
    }

    @Test
    void whatCannotBeHeardIsNoOtherWord() throws Exception {
        fixture.script().wording(text -> "tell me, about your-self… ¡ÀÉ 你好");

        fixture.speak("“Tell me about yourself!” ae 你好。");

        assertEquals(0, fixture.reworded.get());
    }

    @Test
    void oneWordLeftOutIsCounted() throws Exception {
        fixture.script().wording(text -> "Tell me yourself.");

        fixture.speak("Tell me about yourself.");

        assertEquals(1, fixture.reworded.get());
    }

    @Test
    void aSentenceThatWasNotSpokenToItsEndIsNotCompared() {
        fixture.script().fail(RealtimeFault.Kind.INCOMPLETE);

        assertThrows(Exception.class, () -> fixture.speak("Tell me about yourself."));

        assertEquals(0, fixture.reworded.get());
    }
}
