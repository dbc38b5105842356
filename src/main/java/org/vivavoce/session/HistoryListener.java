package org.vivavoce.session;

import java.util.List;
import org.vivavoce.practice.Message;

/** Is told what was said, for keeping. Called by the {@code session} thread; returns at once. */
@FunctionalInterface
public interface HistoryListener {

    /** Keeps nothing. */
    HistoryListener NONE = (messages, typed, atMillis) -> {
    };

    /**
     * The history has changed: messages were added, cut to what was heard, or taken back.
     *
     * @param messages all of it, oldest first, with those of an earlier conversation that goes on
     * @param typed    whether what the user said last was typed
     * @param atMillis since the conversation began
     */
    void changed(List<Message> messages, boolean typed, long atMillis);
}
