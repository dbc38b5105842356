package org.vivavoce.session;

import java.util.List;
import org.vivavoce.store.Idea;

/**
 * A running conversation. Every method may be called from any thread and returns at once; what comes of it arrives at the
 * {@link ConversationListener}. Closing ends it.
 */
public interface Conversation extends AutoCloseable {

    /** Begins: opens the sound devices and lets the partner speak first. Called once. */
    void start();

    /** Mutes or unmutes the microphone. */
    void mute(boolean muted);

    /** Push-to-talk: while pressed everything is the user's utterance, and releasing ends it at once. */
    void holdToTalk(boolean pressed);

    /** "I'm done": ends the user's utterance now, without waiting for the hold. */
    void done();

    /** Stops the partner in mid-reply (or while it thinks) and listens. */
    void stopPartner();

    /** Sends a typed message in place of an utterance; breaks into a reply. */
    void type(String text);

    /** Sends again what failed. */
    void tryAgain();

    /** Pauses or resumes: while paused nothing is heard or said. */
    void pause(boolean paused);

    /**
     * Takes ideas back that the partner has saved; {@link ConversationEvent.IdeasTakenBack} follows, or a notice that says why it can't be
     * done. Where nothing is kept there is nothing to take back.
     */
    default void takeBack(List<Idea> ideas) {
        // nothing was kept
    }

    /** Ends the conversation; {@link ConversationEvent.Ended} follows. */
    @Override
    void close();
}
