package org.vivavoce.api;

import java.nio.file.Path;
import java.util.List;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.WrittenConversation;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoredSession;

/** What the interface asks of the program. Thread-safe; calls may block for a moment. */
public interface Conversations {

    /** The kinds of practice, the user's own among them. */
    List<Mode> modes();

    /** The languages there are. */
    List<Language> languages();

    /** The language of a mode where none is asked for. */
    Language usualLanguage(Mode mode);

    /** Where conversations are kept. */
    Store store();

    /** The folder with one folder of recordings for each session. */
    Path recordings();

    /**
     * A new conversation; nothing is said yet.
     *
     * @param opening whether the partner is to speak first
     */
    Held begin(Mode mode, Language language, boolean opening, SessionWatcher watcher) throws CannotHoldException;

    /** A conversation that goes on. */
    Held goOn(StoredSession earlier, SessionWatcher watcher) throws CannotHoldException;

    /** Returns when all that was said up to now is kept, as far as it can be. */
    void settle();

    /**
     * A conversation that is held.
     *
     * @param begun        what it began with
     * @param conversation to be closed by whoever asked for it
     */
    record Held(NewSession begun, WrittenConversation conversation) {}

    /** A conversation cannot be held; the message is a sentence for the user. */
    final class CannotHoldException extends Exception {
        private static final long serialVersionUID = 1L;

        public CannotHoldException(String sentence) {
            super(sentence);
        }

        /** One sentence for the user. */
        public String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
