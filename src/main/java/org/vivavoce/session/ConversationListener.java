package org.vivavoce.session;

/**
 * Is told what happens in a conversation, on the {@code session} thread, and of what the app notices about its services on any thread;
 * must return at once.
 */
@FunctionalInterface
public interface ConversationListener {

    void on(ConversationEvent event);
}
