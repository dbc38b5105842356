package org.vivavoce.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.session.ConversationEvent.Trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StartingConversationTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<ConversationEvent> told = new ArrayList<>();

    @Test
    void whatWasNeverStartedEndsAtOnce() {
        StartingConversation conversation = failing("no matter");
        conversation.close();
        conversation.close();
        assertEquals(1, told.stream().filter(event -> event instanceof Ended).count());
    }

    @Test
    void whatCannotBeMadeIsToldInASentenceAndEndsWhenItIsClosed() {
        StartingConversation conversation = failing("no port is free.");
        conversation.start();
        conversation.type("hello"); // asked of a conversation that will never be: forgotten
        runBackground();
        Trouble trouble = assertInstanceOf(Trouble.class, told.getFirst());
        assertEquals("The conversation could not be started: no port is free.", trouble.sentence());
        conversation.close();
        runBackground();
        assertInstanceOf(Ended.class, told.getLast());
    }

    @Test
    void startingNeverBlocksAndHappensOnce() {
        StartingConversation conversation = failing("no matter");
        conversation.start();
        conversation.start();
        assertEquals(1, background.size());
        assertTrue(told.isEmpty(), "nothing happens before the background gets to it");
    }

    private StartingConversation failing(String restOfSentence) {
        return new StartingConversation(() -> {
            throw new StartingConversation.CannotStartException(restOfSentence, new IllegalStateException());
        }, background::add, told::add);
    }

    private void runBackground() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
