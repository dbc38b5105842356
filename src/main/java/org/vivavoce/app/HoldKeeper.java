package org.vivavoce.app;

import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.settings.LearnedHolds;

/** Keeps what a conversation has learned of the user's pauses, for its mode and language. Called by the {@code session} thread. */
record HoldKeeper(Mode mode, Language language, LearnedHolds learned,
        ConversationListener inner) implements ConversationListener {

    @Override
    public void on(ConversationEvent event) {
        if (event instanceof ConversationEvent.HoldLearned(int holdMs)) {
            learned.keep(mode.id(), language.code(), holdMs);
        } else {
            inner.on(event);
        }
    }
}
