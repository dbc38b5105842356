package org.vivavoce.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredSession;

/** Finds the conversation that a word on the command line means. Functions without state. */
final class KeptSession {

    private static final String LAST = "last";
    /** More than anybody holds. */
    static final int MOST = 100_000;
    private static final int FEWEST_CHARACTERS = 4;

    private KeptSession() {}

    /** There is none, or more than one; the message is for the user. */
    static final class NotFoundException extends Exception {
        private static final long serialVersionUID = 1L;

        NotFoundException(String sentence) {
            super(sentence);
        }
    }

    /** @param word a name as the list shows it, the end of one (their beginnings are alike), or "last" */
    static StoredSession find(Store store, String word) throws StoreException, NotFoundException {
        Sessions sessions = new Sessions(store);
        String wanted = word.toLowerCase(Locale.ROOT);
        List<SessionRecord> found = wanted.equals(LAST)
                ? sessions.list(SessionQuery.ALL, 0, 1)
                : wanted.length() < FEWEST_CHARACTERS
                        ? List.of()
                        : sessions.list(SessionQuery.ALL, 0, MOST).stream()
                                .filter(session -> session.id().text().endsWith(wanted)).toList();
        if (found.size() > 1) {
            throw new NotFoundException(
                    "More than one conversation ends with \"" + word + "\": write more of its name.");
        }
        Optional<StoredSession> whole = found.isEmpty() ? Optional.empty() : sessions.open(found.getFirst().id());
        return whole.orElseThrow(() -> new NotFoundException(wanted.equals(LAST)
                ? "No conversation has been kept yet."
                : "There is no conversation \"" + word + "\": vivavoce sessions list shows their names."));
    }
}
