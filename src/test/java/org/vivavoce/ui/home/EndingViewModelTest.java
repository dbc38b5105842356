package org.vivavoce.ui.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.settings.Settings;
import org.vivavoce.settings.Settings.Endpoint;
import org.vivavoce.ui.ScriptedProgram;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.ServiceTester.Result;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EndingViewModelTest {

    private static final ModelEnd CHAT = new ModelEnd(Stage.CHAT, "gpt-4o-mini", LocalDate.of(2027, 1, 14), false,
            Optional.of("gpt-6-luna"));
    private static final ModelEnd VOICE = new ModelEnd(Stage.SPEECH, "gpt-4o-mini-tts", LocalDate.of(2027, 1, 6), false,
            Optional.of("gpt-realtime-2.1-mini"));

    private final ScriptedProgram scripted = new ScriptedProgram();
    private final Program program = scripted.program();
    private final Settings openai = Settings.defaults()
            .withService(Settings.defaults().service().withPreset("openai"));
    private final SettingsModel settings = new SettingsModel(openai, program.start().store(), Runnable::run,
            Runnable::run);
    private final PartnerModel partner = new PartnerModel(settings, program.services(), Runnable::run, Runnable::run);

    private EndingViewModel ending(ModelEnd... soon) {
        scripted.keys.put("openai", "sk-1");
        partner.refresh();
        scripted.ends.soon = List.of(soon);
        return new EndingViewModel(settings, partner, program.services(), new Texts(), Runnable::run, Runnable::run);
    }

    private void answers(Result... results) {
        for (Result result : results) {
            scripted.tester.each.accept(result);
        }
        scripted.tester.end.run();
    }

    private static Result well(String what) {
        return new Result(true, what + " answers.");
    }

    @Test
    void whereNothingEndsNothingIsShown() {
        assertFalse(ending().bannerProperty().get().isShown());
    }

    @Test
    void eachModelThatEndsIsASentence() {
        EndingViewModel.Banner banner = ending(CHAT, VOICE).bannerProperty().get();
        assertEquals(List.of(CHAT.sentence(), VOICE.sentence()), banner.sentences());
        assertTrue(banner.changeable());
    }

    @Test
    void theSuccessorsAreTriedAndThenUsed() {
        EndingViewModel ending = ending(CHAT, VOICE);
        ending.change();
        assertEquals(List.of("test openai gpt-6-luna with a key of 4"), scripted.tester.calls);
        assertTrue(ending.bannerProperty().get().trying());
        assertEquals("", settings.now().service().ownOf("openai").chat().model(), "not before it is known to work");

        answers(well("Speech recognition"), well("The chat model"), well("The voice"));

        assertEquals("gpt-6-luna", settings.now().service().ownOf("openai").chat().model());
        assertEquals("gpt-realtime-2.1-mini", settings.now().service().ownOf("openai").speech().model());
        assertEquals(List.of(), ending.bannerProperty().get().sentences());
        assertEquals(List.of("gpt-6-luna works and is used from now on.",
                "gpt-realtime-2.1-mini works and is used from now on."), ending.bannerProperty().get().outcome());
    }

    @Test
    void aSuccessorThatDoesNotWorkIsNotUsedAndSaysWhy() {
        EndingViewModel ending = ending(CHAT, VOICE);
        ending.change();
        answers(well("Speech recognition"), well("The chat model"), new Result(false, "Your key may not use it."));

        assertEquals("gpt-6-luna", settings.now().service().ownOf("openai").chat().model());
        assertEquals(Endpoint.AS_PRESET, settings.now().service().ownOf("openai").speech());
        assertEquals(List.of(VOICE.sentence()), ending.bannerProperty().get().sentences());
        assertEquals("gpt-4o-mini-tts stays in use until its last day: Your key may not use it.",
                ending.bannerProperty().get().outcome().getLast());
        assertFalse(ending.bannerProperty().get().trying());
    }

    @Test
    void whereNothingCouldBeTriedNothingIsChanged() {
        EndingViewModel ending = ending(CHAT);
        ending.change();
        answers(new Result(false, "It cannot be tried: no port."));

        assertEquals(List.of("gpt-4o-mini stays in use until its last day: It cannot be tried: no port."),
                ending.bannerProperty().get().outcome());
        assertEquals(openai, settings.now());
    }

    @Test
    void ownAddressesStayWhenTheModelIsChanged() {
        Endpoint own = new Endpoint("https://eu.api.openai.com/v1", "");
        settings.change(now -> now.withService(
                now.service().withOwn("openai", now.service().ownOf("openai").withChat(own))));
        EndingViewModel ending = ending(CHAT);
        ending.change();
        answers(well("Speech recognition"), well("The chat model"), well("The voice"));

        assertEquals(own.withModel("gpt-6-luna"), settings.now().service().ownOf("openai").chat());
    }

    @Test
    void aTryThatIsGivenUpChangesNothing() {
        EndingViewModel ending = ending(CHAT);
        ending.change();
        ending.cancel();
        answers(well("Speech recognition"), well("The chat model"), well("The voice"));

        assertEquals(openai, settings.now());
        assertEquals(List.of(CHAT.sentence()), ending.bannerProperty().get().sentences());
    }

    @Test
    void dismissedItIsGoneAndComesAgainWhenItIsLookedForOnAnotherDay() {
        EndingViewModel ending = ending(CHAT);
        ending.dismiss();
        assertFalse(ending.bannerProperty().get().isShown());
        ending.look();
        assertFalse(ending.bannerProperty().get().isShown());
        scripted.ends.dismissed = false;
        ending.look();
        assertTrue(ending.bannerProperty().get().isShown());
    }

    @Test
    void aModelWithoutASuccessorIsNamedButCannotBeChanged() {
        EndingViewModel ending = ending(
                new ModelEnd(Stage.CHAT, "gpt-4o-mini", LocalDate.of(2027, 1, 14), false, Optional.empty()));
        assertFalse(ending.bannerProperty().get().changeable());
        ending.change();
        assertEquals(List.of(), scripted.tester.calls);
    }
}
