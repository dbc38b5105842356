package org.vivavoce.ui.common;

import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.settings.Settings;

/** Makes conversations. Called on the JavaFX thread; returns at once. */
@FunctionalInterface
public interface ConversationStarter {

    /**
     * Makes a conversation that is not started yet: {@link Conversation#start()} follows.
     *
     * @param mode     what is practised
     * @param language in which language; English where the mode does not ask for one
     * @param settings what holds now; later changes arrive at {@link SettingsStore#save}
     * @param listener is told what happens, on any thread, also of what goes wrong while starting
     */
    Conversation prepare(Mode mode, Language language, Settings settings, ConversationListener listener);
}
