package org.vivavoce.session;

import java.util.LinkedHashMap;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationEvent.Trouble;
import org.vivavoce.session.ConversationEvent.TroubleOver;

/**
 * Tells the user what is wrong, one sentence at a time: the newest trouble stands; when it is over, an older one that still holds is
 * told again. Used by the {@code session} thread.
 */
final class Troubles {

    /** What is in trouble. */
    enum Source {
        MICROPHONE, LOUDSPEAKER, SERVICE
    }

    private final ConversationListener listener;
    private final LinkedHashMap<Source, Trouble> standing = new LinkedHashMap<>();

    Troubles(ConversationListener listener) {
        this.listener = listener;
    }

    void tell(Source source, String sentence, Help help) {
        standing.remove(source); // the newest stands last
        Trouble trouble = new Trouble(sentence, help);
        standing.put(source, trouble);
        listener.on(trouble);
    }

    void over(Source source) {
        boolean shown = !standing.isEmpty() && standing.sequencedKeySet().getLast() == source;
        standing.remove(source);
        if (!shown) {
            return; // the newest still stands, and was told
        }
        if (standing.isEmpty()) {
            listener.on(new TroubleOver());
        } else {
            listener.on(standing.sequencedValues().getLast());
        }
    }
}
