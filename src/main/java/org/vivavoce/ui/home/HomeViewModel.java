package org.vivavoce.ui.home;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.PartnerModel.Partner;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.SettingsModel;

/** What the first screen shows and what its buttons do. JavaFX thread. */
public final class HomeViewModel {

    private final Program.Practice practice;
    private final SettingsModel settings;
    private final PartnerModel partner;
    private final EndingViewModel ending;
    private final BiConsumer<Mode, Language> start;
    private final ReadOnlyObjectWrapper<List<String>> problems = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * Ready to start.
     *
     * @param ending   the models that end soon
     * @param problems what was wrong when the program started, one sentence each
     * @param start    begins a conversation
     */
    public HomeViewModel(Program.Practice practice, SettingsModel settings, PartnerModel partner,
            EndingViewModel ending, List<String> problems, BiConsumer<Mode, Language> start) {
        this.practice = practice;
        this.settings = settings;
        this.partner = partner;
        this.ending = ending;
        this.start = start;
        this.problems.bind(settings.problemProperty()
                .map(unsaved -> Stream.concat(problems.stream(), unsaved.stream()).distinct().toList()));
    }

    /** The modes, in their order. */
    public List<Mode> modes() {
        return practice.modes();
    }

    /** The languages, in their order. */
    public List<Language> languages() {
        return practice.languages();
    }

    /** The language practised last. */
    public Language language() {
        return practice.language(settings.now().language());
    }

    /** Chooses a language, and remembers it. */
    public void choose(Language language) {
        settings.change(now -> now.withLanguage(language.code()));
    }

    /** The partner in use. */
    public ReadOnlyObjectProperty<Partner> partnerProperty() {
        return partner.partnerProperty();
    }

    /** The models that end soon. */
    public EndingViewModel ending() {
        return ending;
    }

    /** What is wrong, one sentence each. */
    public ReadOnlyObjectProperty<List<String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Begins a conversation: in the chosen language where the mode asks for one, else in English. */
    public void start(Mode mode) {
        start.accept(mode, mode.asksLanguage() ? language() : practice.language("en"));
    }
}
