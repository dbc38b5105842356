package org.vivavoce.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vivavoce.app.Foundation;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredSession;

/**
 * What the options ask for, over what is set.
 *
 * @param mode     the kind of practice
 * @param language in which language
 * @param settings with the options in them
 * @param partner  the name of the services in use
 * @param earlier  the conversation that goes on; empty for a new one
 */
record TalkChoice(Mode mode, Language language, Settings settings, String partner, Optional<StoredSession> earlier) {

    /** The options ask for something that does not exist; the message is one sentence for the user. */
    static final class WrongUsageException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongUsageException(String sentence) {
            super(sentence);
        }
    }

    static TalkChoice of(TalkOptions options, Foundation foundation) throws WrongUsageException {
        if (options.turns() < 0 || options.minutes() < 0) {
            throw new WrongUsageException("--turns and --minutes must be above 0.");
        }
        Optional<StoredSession> earlier = earlier(options, foundation);
        String modeId = earlier.map(session -> session.session().begun().mode()).orElse(options.mode());
        Mode mode = foundation.modes().find(modeId)
                .orElseThrow(() -> new WrongUsageException("There is no mode \"" + modeId + "\": choose "
                        + names(foundation.modes().modes().stream().map(Mode::id).toList()) + "."));
        Settings settings = withNotes(options.services().in(
                withRecording(withSound(withTurnTaking(foundation.settings(), options), options), options),
                foundation), options);
        ServicePreset preset = foundation.presets().inUse(settings.service(), foundation.keys());
        String asked = earlier.isPresent()
                ? earlier.get().session().begun().language()
                : options.language();
        return new TalkChoice(mode, language(mode, asked, foundation), settings, preset.name(), earlier);
    }

    private static Optional<StoredSession> earlier(TalkOptions options, Foundation foundation)
            throws WrongUsageException {
        String name = options.earlier();
        Optional<Store> store = name == null ? Optional.empty() : foundation.kept().store();
        if (name == null) {
            return Optional.empty();
        }
        if (store.isEmpty()) {
            throw new WrongUsageException(foundation.kept().problem().orElse("No conversation can be read."));
        }
        try {
            return Optional.of(KeptSession.find(store.get(), name));
        } catch (KeptSession.NotFoundException | StoreException e) {
            throw new WrongUsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Language language(Mode mode, @Nullable String asked, Foundation foundation)
            throws WrongUsageException {
        if (asked == null) {
            Language english = foundation.languages().english();
            return mode.asksLanguage()
                    ? foundation.languages().find(foundation.settings().language()).orElse(english)
                    : english;
        }
        return foundation.languages().find(asked)
                .orElseThrow(() -> new WrongUsageException("There is no language \"" + asked + "\": choose "
                        + names(foundation.languages().languages().stream().map(Language::code).toList()) + "."));
    }

    private static Settings withTurnTaking(Settings settings, TalkOptions options) throws WrongUsageException {
        String preset = options.turnTaking();
        if (preset == null) {
            return settings;
        }
        if (!List.of("adaptive", "classic").contains(preset)) {
            throw new WrongUsageException("There is no turn-taking \"" + preset + "\": choose adaptive or classic.");
        }
        return settings.withTurnTaking(settings.turnTaking().withPreset(preset));
    }

    private static Settings withSound(Settings settings, TalkOptions options) {
        String microphone = options.microphone();
        String loudspeaker = options.loudspeaker();
        return settings
                .withSound(new Settings.SoundSettings(microphone == null ? settings.sound().microphone() : microphone,
                        loudspeaker == null ? settings.sound().loudspeaker() : loudspeaker));
    }

    private static Settings withNotes(Settings settings, TalkOptions options) {
        return settings.withNotes(new Settings.NotesSettings(Stream.concat(settings.notes().files().stream(),
                options.notes().stream().map(file -> file.toAbsolutePath().toString())).distinct().toList()));
    }

    private static Settings withRecording(Settings settings, TalkOptions options) {
        Boolean record = options.record();
        return record == null ? settings : settings.withRecordings(settings.recordings().allowing(record));
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }
}
