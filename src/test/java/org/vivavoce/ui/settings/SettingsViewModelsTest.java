package org.vivavoce.ui.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.MonthSpent;
import org.vivavoce.settings.SecretStore.Place;
import org.vivavoce.settings.Settings;
import org.vivavoce.settings.Settings.Endpoint;
import org.vivavoce.ui.ScriptedProgram;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.ServiceTester;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.SoundCheck;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.settings.ServiceViewModel.Part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsViewModelsTest {

    private final ScriptedProgram scripted = new ScriptedProgram();
    private final Program program = scripted.program();
    private final SettingsModel settings = new SettingsModel(Settings.defaults(), program.start().store(),
            Runnable::run,
            Runnable::run);
    private final PartnerModel partner = new PartnerModel(settings, program.services(), Runnable::run, Runnable::run);
    private final SettingsViewModel all = new SettingsViewModel(program, settings, partner, new Texts(),
            Runnable::run);

    @Test
    void withoutAKeyTheBuiltInPartnerIsInUseAndWithOneOpenAi() {
        assertEquals("offline", all.service().chosenProperty().get().orElseThrow().id());
        scripted.keys.put("openai", "sk-1");
        partner.refresh();
        assertEquals("openai", all.service().chosenProperty().get().orElseThrow().id());
        assertEquals(new PartnerModel.Partner("openai", "OpenAI", false), partner.partnerProperty().get());
    }

    @Test
    void aBudgetIsAnAmountOfDollarsOrNothing() {
        BudgetViewModel budget = all.budget();
        assertEquals("", budget.session());
        assertEquals(0, budget.spentProperty().get());
        assertTrue(budget.setSession(" $2,5 "));
        assertTrue(budget.setMonth("20"));
        assertEquals(new Settings.BudgetSettings(2.5, 20), scripted.saved.getLast().budget());
        assertEquals("2.50", budget.session());
        for (String wrong : List.of("two", "-1", "1e9", "1.234", "NaN")) {
            assertFalse(budget.setSession(wrong), wrong);
        }
        assertEquals("2.50", budget.session());
        assertTrue(budget.setSession(""));
        assertEquals(new Settings.BudgetSettings(0, 20), settings.now().budget());
    }

    @Test
    void whatWasSpentInThisMonthIsShown(@TempDir Path folder) {
        MonthSpent spent = new MonthSpent(folder.resolve("spent.toml"), Clock.systemUTC());
        spent.add(1.5);
        BudgetViewModel budget = new BudgetViewModel(settings, spent, Runnable::run, Runnable::run);
        assertEquals(1.5, budget.spentProperty().get());
    }

    @Test
    void choosingIsSavedAtOnce() {
        all.service().choose("openai");
        assertEquals("openai", scripted.saved.getLast().service().preset());
        assertTrue(partner.partnerProperty().get().keyMissing());
    }

    @Test
    void aKeyIsKeptShownToBeThereAndForgotten() {
        all.service().choose("openai");
        KeyViewModel key = all.service().key();
        assertFalse(key.stateProperty().get().there());
        key.keep("sk-secret");
        assertEquals(new KeyViewModel.KeyState(true, Optional.of(Place.KEYCHAIN), false, ""),
                key.stateProperty().get());
        assertFalse(partner.partnerProperty().get().keyMissing());
        key.forget();
        assertFalse(key.stateProperty().get().there());
        assertTrue(partner.partnerProperty().get().keyMissing());
    }

    @Test
    void aKeyThatCannotBeKeptIsOneSentence() {
        all.service().choose("openai");
        all.service().key().keep("refuse me");
        assertEquals("The key could be kept nowhere.", all.service().key().stateProperty().get().message());
    }

    @Test
    void ownAddressesAreCheckedAndSavedForTheirPresetAlone() {
        all.service().choose("local");
        assertFalse(all.service().change(Part.CHAT, new Endpoint("localhost:1234", "")));
        assertTrue(all.service().change(Part.CHAT, new Endpoint(" http://localhost:1234/v1 ", " tiny ")));
        assertEquals(new Endpoint("http://localhost:1234/v1", "tiny"), all.service().own(Part.CHAT));
        all.service().choose("openai");
        assertEquals(Endpoint.AS_PRESET, all.service().own(Part.CHAT));
        assertEquals("tiny", scripted.saved.getLast().service().ownOf("local").chat().model());
    }

    @Test
    void ownServersHaveAKeyEach() {
        assertFalse(all.service().hasKeyForEach());
        all.service().choose("local");
        assertTrue(all.service().hasKeyForEach());
        all.service().keyOf(Part.CHAT).keep("sk-chat");
        assertEquals("sk-chat", scripted.keys.get("local-chat"));
        assertTrue(all.service().keyOf(Part.CHAT).stateProperty().get().there());
        assertFalse(all.service().keyOf(Part.SPEECH).stateProperty().get().there());
    }

    @Test
    void anotherComputerIsTalkedToWithoutEncryptionOnlyAfterTheUserSaidSo() {
        all.service().choose("local");
        assertEquals(Optional.empty(), all.service().hostInClear(Part.CHAT));
        all.service().change(Part.CHAT, new Endpoint("http://nas.home:11434", "", ""));
        assertEquals(Optional.of("nas.home"), all.service().hostInClear(Part.CHAT));
        assertFalse(all.service().isAllowedInClear("nas.home"));
        all.service().allowInClear("nas.home", true);
        assertEquals(Set.of("nas.home"), scripted.saved.getLast().service().inClear());
        all.service().allowInClear("nas.home", false);
        assertEquals(Set.of(), scripted.saved.getLast().service().inClear());
    }

    @Test
    void tryingUsesTheTypedKeyAndTheOwnModelAndTellsResultsUntilItIsCancelled() {
        all.service().choose("openai");
        all.service().change(Part.CHAT, new Endpoint("", "other-model"));
        all.service().tryIt(" sk-12 ");
        assertTrue(all.service().tryingProperty().get());
        assertEquals(List.of("test openai other-model with a key of 5"), scripted.tester.calls);
        assertEquals(ServiceTester.Sample.MICROPHONE, scripted.tester.sample);
        scripted.tester.each.accept(new ServiceTester.Result(true, "Fine."));
        assertEquals(1, all.service().results().size());
        all.service().cancel();
        scripted.tester.each.accept(new ServiceTester.Result(true, "Late."));
        assertEquals(1, all.service().results().size());
        assertEquals("cancel", scripted.tester.calls.getLast());
        assertFalse(all.service().tryingProperty().get());
    }

    @Test
    void whoeverHoldsTheResultsSeesThemCome() {
        List<String> seen = new ArrayList<>();
        all.service().results().subscribe(() -> seen.add("change"));
        System.gc(); // a list that nobody holds would be gone now, and its listeners with it
        all.service().tryIt("");
        scripted.tester.each.accept(new ServiceTester.Result(true, "Fine."));
        scripted.tester.end.run();
        assertEquals(List.of("change"), seen);
        assertFalse(all.service().tryingProperty().get());
    }

    @Test
    void anotherMicrophoneIsListenedToAtOnceAndSaved() {
        SoundViewModel sound = all.sound();
        sound.refreshDevices();
        assertEquals(List.of("Headset", "Webcam"), sound.devicesProperty().get().microphones());
        sound.listen();
        Objects.requireNonNull(scripted.sound.level).accept(-20);
        assertEquals(-20, sound.levelProperty().get());
        sound.chooseMicrophone("Webcam");
        assertEquals(List.of("listen ", "stop listening ", "listen Webcam"), scripted.sound.calls);
        assertEquals("Webcam", scripted.saved.getLast().sound().microphone());
        sound.stop();
        Objects.requireNonNull(scripted.sound.level).accept(-10);
        assertEquals(-100, sound.levelProperty().get());
    }

    @Test
    void pluggedDevicesAppear() {
        all.sound().refreshDevices();
        scripted.sound.devices = new SoundCheck.Devices(List.of("New"), List.of());
        all.sound().refreshDevices();
        assertEquals(List.of("New"), all.sound().devicesProperty().get().microphones());
    }

    @Test
    void aMicrophoneThatIsPluggedInAfterTroubleIsListenedTo() {
        all.sound().refreshDevices();
        all.sound().listen();
        Objects.requireNonNull(scripted.sound.problem).accept("There is no microphone.");
        all.sound().refreshDevices();
        assertEquals(List.of("listen "), scripted.sound.calls);
        scripted.sound.devices = new SoundCheck.Devices(List.of("New"), List.of());
        all.sound().refreshDevices();
        assertEquals(List.of("listen ", "stop listening ", "listen "), scripted.sound.calls);
        assertEquals("", all.sound().microphoneProblemProperty().get());
    }

    @Test
    void theTestSoundPlaysStopsAndTellsWhatIsWrong() {
        SoundViewModel sound = all.sound();
        sound.chooseLoudspeaker("Monitor");
        sound.togglePlaying();
        sound.togglePlaying();
        assertEquals(List.of("play Monitor", "stop playing Monitor"), scripted.sound.calls);
        sound.togglePlaying();
        Objects.requireNonNull(scripted.sound.played).accept(Optional.of("The loudspeaker has gone."));
        assertFalse(sound.playingProperty().get());
        assertEquals("The loudspeaker has gone.", sound.loudspeakerProblemProperty().get());
    }

    @Test
    void holdsBeginWithTheModesOwnAndAreSetInSteps() {
        TurnTakingViewModel turns = all.turns();
        Mode interview = program.practice().modes().get(0);
        Mode language = program.practice().modes().get(1);
        assertEquals(interview.holdMs(), turns.holdMs(interview));
        turns.setHoldMs(interview, 1249);
        turns.setHoldMs(language, 99_999);
        assertEquals(1200, turns.holdMs(interview));
        assertEquals(6000, scripted.saved.getLast().turnTaking().holdMs().get("language"));
        assertEquals(3000, turns.maxHoldMs(interview));
    }

    @Test
    void turnTakingIsSaved() {
        all.turns().choose("classic");
        all.turns().setBargeIn(false);
        all.turns().setSilencePrompts(false);
        all.turns().setAdaptToPauses(false);
        assertEquals(new Settings.TurnTakingSettings("classic", java.util.Map.of(), false, false, false),
                scripted.saved.getLast().turnTaking());
    }

    @Test
    void whatWasLearnedFromPausesCanBeForgottenOnce() {
        assertFalse(all.turns().somethingLearnedProperty().get());
        program.start().learned().keep("language", "es", 1800);
        TurnTakingViewModel later = new SettingsViewModel(program, settings, partner, new Texts(),
                Runnable::run).turns();
        assertTrue(later.somethingLearnedProperty().get());
        later.forgetLearned();
        assertFalse(later.somethingLearnedProperty().get());
        assertTrue(program.start().learned().isEmpty());
    }

    @Test
    void settingsThatCannotBeSavedAreOneSentenceAndHoldNonetheless() {
        scripted.saveProblem = Optional.of("The disk is full.");
        all.service().choose("local");
        assertEquals(Optional.of("The disk is full."), settings.problemProperty().get());
        assertEquals("local", settings.now().service().preset());
    }

    @Test
    void theFirstStartHasThreeStepsAndIsOverAfterThem() {
        List<String> over = new ArrayList<>();
        FirstStartViewModel steps = new FirstStartViewModel(all, () -> over.add("finished"));
        assertEquals(FirstStartViewModel.Step.SOUND, steps.stepProperty().get());
        steps.back();
        steps.next();
        steps.next();
        assertEquals(FirstStartViewModel.Step.DATA, steps.stepProperty().get());
        steps.back();
        assertEquals(FirstStartViewModel.Step.SERVICE, steps.stepProperty().get());
        steps.next();
        assertEquals(List.of(), scripted.saved);
        steps.next();
        assertEquals(List.of("finished"), over);
        assertEquals(List.of(Settings.defaults()), scripted.saved);
    }
}
