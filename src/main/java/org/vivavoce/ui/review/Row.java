package org.vivavoce.ui.review;

import java.util.Optional;
import org.vivavoce.store.FoundMessage;
import org.vivavoce.store.SessionRecord;

/**
 * A conversation in the list. A value.
 *
 * @param session the conversation
 * @param found   the first message in it with the words that are searched for
 */
public record Row(SessionRecord session, Optional<FoundMessage> found) {

    @Override
    public String toString() {
        return "Row[" + session.id() + "]"; // what was said never enters a log
    }
}
