package org.vivavoce.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.LearnedHolds;
import org.vivavoce.settings.MonthSpent;
import org.vivavoce.settings.SecretStore;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;

/**
 * All that the window is given by the program around it.
 *
 * @param practice      what can be practised
 * @param start         what the program found when it started
 * @param services      the services and their keys
 * @param conversations makes conversations
 * @param sound         tries the devices
 * @param archive       the conversations that are kept
 * @param background    runs what may block; never the JavaFX thread
 */
public record Program(Practice practice, Start start, Services services, ConversationStarter conversations,
        SoundCheck sound, Archive archive, Executor background) {

    /**
     * What can be practised.
     *
     * @param modes     in the order of the screen, at least one
     * @param languages in the order of the screen, at least one; English is the one with the code {@code en}, or else the first
     */
    public record Practice(List<Mode> modes, List<Language> languages) {
        public Practice {
            modes = List.copyOf(modes);
            languages = List.copyOf(languages);
        }

        /** The language of a code, or English, or the first. */
        public Language language(String code) {
            return byCode(code).or(() -> byCode("en")).orElse(languages.getFirst());
        }

        private Optional<Language> byCode(String code) {
            return languages.stream().filter(language -> language.code().equals(code)).findFirst();
        }
    }

    /**
     * What the program found when it started.
     *
     * @param settings   what holds
     * @param first      whether there were no settings yet
     * @param dataFolder where everything is kept
     * @param problems   one sentence each, for the user
     * @param store      takes what the user changes
     * @param learned    what was learned of the user's pauses
     */
    public record Start(Settings settings, boolean first, Path dataFolder, List<String> problems, SettingsStore store,
            LearnedHolds learned) {
        public Start {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The services and their keys.
     *
     * @param presets the services there are
     * @param keys    where keys are kept; asked on a background thread
     * @param tester  tries them
     * @param ends    tells which of their models end soon
     * @param spent   what they have cost in this month; asked on a background thread
     */
    public record Services(ServicePresets presets, SecretStore keys, ServiceTester tester, ModelEnds ends,
            MonthSpent spent) {}
}
