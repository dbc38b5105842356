package org.vivavoce.app;

import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.Trace;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.StoredSession;
import org.vivavoce.ui.common.Archive;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.ConversationStarter;

/**
 * Makes conversations for the window, new ones and such as go on. JavaFX thread; returns at once.
 *
 * @param archive where earlier ones are, read when a conversation starts
 */
record LiveConversations(Foundation foundation, ConversationMaker maker,
        Archive archive) implements ConversationStarter {

    @Override
    public Conversation prepare(Mode mode, Language language, Settings settings, ConversationListener listener) {
        return maker.prepare(new ConversationMaker.Wish(mode, language, foundation::settings, true, Trace.NONE),
                listener);
    }

    @Override
    public Conversation resume(SessionRecord earlier, Settings settings, ConversationListener listener) {
        Mode mode = foundation.modes().find(earlier.begun().mode()).orElseThrow();
        Language language = foundation.languages().find(earlier.begun().language())
                .orElse(foundation.languages().english());
        return maker.resume(new ConversationMaker.Wish(mode, language, foundation::settings, true, Trace.NONE),
                () -> read(earlier), listener);
    }

    private StoredSession read(SessionRecord earlier) {
        try {
            return archive.open(earlier.id());
        } catch (ArchiveException e) {
            throw new StartingConversation.CannotStartException(e.sentence(), e);
        }
    }
}
