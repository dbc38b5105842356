package org.vivavoce.practice;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HistoryTest {

    private final History history = new History();

    @Test
    void theContextIsTheLastMessagesAndAllAreKept() {
        for (int i = 1; i <= 25; i++) {
            history.add(Message.user("message " + i));
        }
        assertEquals(25, history.messages().size());
        assertEquals(20, history.context(20).size());
        assertEquals("message 6", history.context(20).getFirst().text());
        assertEquals(25, history.context(100).size());
        assertEquals(List.of(), history.context(0));
    }

    @Test
    void aReplyThatWasBrokenIntoKeepsTheWordsThatSounded() {
        history.add(Message.partner("Hello. How are you today?"));
        assertTrue(history.partnerWasHeard("Hello. How "));
        assertEquals(List.of(Message.interruptedPartner("Hello. How")), history.messages());
    }

    @Test
    void aReplyOfWhichNothingSoundedGoes() {
        history.add(Message.user("Hi"));
        history.add(Message.partner("Hello."));
        assertTrue(history.partnerWasHeard(" "));
        assertEquals(List.of(Message.user("Hi")), history.messages());
    }

    @Test
    void theReplyIsFoundBeforeWhatTheUserSaidMeanwhile() {
        history.add(Message.partner("Hello. How are you today?"));
        history.add(Message.interruptingUser("Wait"));
        assertTrue(history.partnerWasHeard("Hello."));
        assertEquals(List.of(Message.interruptedPartner("Hello."), Message.interruptingUser("Wait")),
                history.messages());
    }

    @Test
    void withoutAReplyThereIsNothingToCut() {
        history.add(Message.user("Hi"));
        assertFalse(history.partnerWasHeard("Hello"));
    }

    @Test
    void theLastMessageCanBeTakenBack() {
        history.withdrawLast();
        history.add(Message.user("Hi"));
        history.withdrawLast();
        assertEquals(List.of(), history.messages());
    }

    @Test
    void whatWasSaidIsNotInItsText() {
        history.add(Message.user("secret"));
        assertFalse(history.toString().contains("secret"));
    }
}
