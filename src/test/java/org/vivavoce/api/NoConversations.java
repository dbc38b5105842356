package org.vivavoce.api;

import java.nio.file.Path;
import java.util.List;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoredSession;

/** A program that holds no conversations. */
record NoConversations(Store store) implements Conversations {

    @Override
    public List<Mode> modes() {
        return ModeCatalog.builtIn().modes();
    }

    @Override
    public List<Language> languages() {
        return LanguageCatalog.builtIn().languages();
    }

    @Override
    public Language usualLanguage(Mode mode) {
        return LanguageCatalog.builtIn().english();
    }

    @Override
    public Path recordings() {
        return Path.of("recordings");
    }

    @Override
    public Held begin(Mode mode, Language language, boolean opening, SessionWatcher watcher)
            throws CannotHoldException {
        throw new CannotHoldException("There are none.");
    }

    @Override
    public Held goOn(StoredSession earlier, SessionWatcher watcher) throws CannotHoldException {
        throw new CannotHoldException("There are none.");
    }

    @Override
    public void settle() {
        // nothing is kept
    }
}
