package org.vivavoce.app;

import org.vivavoce.api.SessionWatcher;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;

/**
 * Tells a client of the HTTP interface what a listener of a conversation is told. As thread-safe as the watcher.
 *
 * @param watcher passes it on
 */
record WatcherTold(SessionWatcher watcher) implements ConversationListener {

    @Override
    public void on(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.Noticed(String sentence) -> watcher.noticed(sentence);
            case ConversationEvent.Trouble(String sentence, ConversationEvent.Help help) -> watcher.noticed(sentence);
            case ConversationEvent.IdeasSaved(var ideas) -> ideas.forEach(idea -> watcher.ideaSaved(idea.text()));
            case ConversationEvent.IdeasTakenBack(var ideas) ->
                ideas.forEach(idea -> watcher.ideaTakenBack(idea.text()));
            case ConversationEvent.Ended(var summary) -> watcher.ended(summary.expense().remark());
            default -> {
                // the client knows it, or it is about sound
            }
        }
    }
}
