package org.vivavoce.ui;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.store.Idea;

/** A conversation that writes down what it is asked for, and tells what a test wants it to tell. */
public final class ScriptedConversation implements Conversation {

    private final ConversationListener listener;
    private final List<String> calls = new ArrayList<>();

    public ScriptedConversation(ConversationListener listener) {
        this.listener = listener;
    }

    /** Something happens. */
    public void tell(ConversationEvent event) {
        listener.on(event);
    }

    /** What was asked for since the last time. */
    public synchronized List<String> calls() {
        List<String> all = List.copyOf(calls);
        calls.clear();
        return all;
    }

    private synchronized void called(String what) {
        calls.add(what);
    }

    @Override
    public void start() {
        called("start");
    }

    @Override
    public void mute(boolean muted) {
        called("mute " + muted);
        tell(new ConversationEvent.Muted(muted));
    }

    @Override
    public void holdToTalk(boolean pressed) {
        called("hold " + pressed);
    }

    @Override
    public void done() {
        called("done");
    }

    @Override
    public void stopPartner() {
        called("stop");
    }

    @Override
    public void type(String text) {
        called("type " + text);
    }

    @Override
    public void tryAgain() {
        called("try again");
    }

    @Override
    public void pause(boolean paused) {
        called("pause " + paused);
    }

    @Override
    public void takeBack(List<Idea> ideas) {
        called("take back " + ideas.stream().map(Idea::text).toList());
    }

    @Override
    public void close() {
        called("close");
    }
}
