package org.vivavoce.ui.common;

import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.SessionRecord;

/** Makes conversations. Called on the JavaFX thread; returns at once. */
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

    /**
     * Goes on with an earlier conversation, with all that was said in it; it is not started yet either.
     *
     * @param earlier  of a mode that is there
     * @param settings what holds now
     * @param listener is told what happens, also where the earlier conversation cannot be read
     */
    Conversation resume(SessionRecord earlier, Settings settings, ConversationListener listener);
}
