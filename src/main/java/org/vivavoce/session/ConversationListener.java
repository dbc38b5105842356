package org.vivavoce.session;

/** Is told what happens in a conversation, on the {@code session} thread; must return at once. */
@FunctionalInterface
public interface ConversationListener {

    void on(ConversationEvent event);
}
