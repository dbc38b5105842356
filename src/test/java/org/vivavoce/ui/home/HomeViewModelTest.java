package org.vivavoce.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.settings.Settings;
import org.vivavoce.ui.ScriptedProgram;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HomeViewModelTest {

    private final ScriptedProgram scripted = new ScriptedProgram();
    private final Program program = scripted.program();
    private final SettingsModel settings = new SettingsModel(Settings.defaults().withLanguage("xx"),
            program.start().store(),
            Runnable::run, Runnable::run);
    private final List<String> started = new ArrayList<>();
    private final PartnerModel partner = new PartnerModel(settings, program.services(), Runnable::run, Runnable::run);
    private final HomeViewModel home = new HomeViewModel(program.practice(), settings, partner,
            new EndingViewModel(settings, partner, program.services(), new Texts(), Runnable::run, Runnable::run),
            List.of("A problem."),
            (mode, language) -> started.add(mode.id() + " " + language.code()));

    @Test
    void onlyAModeThatAsksForALanguageGetsTheChosenOne() {
        home.choose(program.practice().language("ja"));
        home.modes().forEach(home::start);
        assertEquals(List.of("interview en", "language ja", "chat en"), started);
        assertEquals("ja", scripted.saved.getLast().language());
    }

    @Test
    void aLanguageThatIsNotThereIsEnglish() {
        assertEquals("en", home.language().code());
    }

    @Test
    void problemsAtTheStartAndWhileSavingAreShown() {
        assertEquals(List.of("A problem."), home.problemsProperty().get());
        scripted.saveProblem = Optional.of("The disk is full.");
        home.choose(program.practice().language("de"));
        assertEquals(List.of("A problem.", "The disk is full."), home.problemsProperty().get());
    }
}
