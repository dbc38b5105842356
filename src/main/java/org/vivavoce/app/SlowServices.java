package org.vivavoce.app;

import java.util.EnumSet;
import java.util.Set;
import org.vivavoce.ai.SlownessListener;
import org.vivavoce.ai.Stage;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;

/** Tells the user which services take long. Thread-safe. */
final class SlowServices implements SlownessListener {

    private final ConversationListener listener;
    private final Set<Stage> slow = EnumSet.noneOf(Stage.class); // guarded by this

    SlowServices(ConversationListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void slow(Stage stage) {
        slow.add(stage);
        String name = stage.spokenName();
        listener.on(new ConversationEvent.Noticed(Character.toUpperCase(name.charAt(0)) + name.substring(1)
                + " takes its time: your server may be loading a model, which can take minutes when it is first asked."));
    }

    @Override
    public synchronized void over(Stage stage) {
        slow.remove(stage);
        if (slow.isEmpty()) {
            listener.on(new ConversationEvent.NoticeOver());
        }
    }
}
