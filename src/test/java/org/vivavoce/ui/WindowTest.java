package org.vivavoce.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.turn.TurnState;
import org.vivavoce.ui.common.UiThread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vivavoce.ai.Stage.CHAT;
import static org.vivavoce.session.TurnLatency.Stage.FIRST_SOUND;
import static org.vivavoce.session.TurnLatency.Stage.SOFT_END;

@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private static final SessionSummary SUMMARY = new SessionSummary(Duration.ofSeconds(90), 3, 4,
            Duration.ofSeconds(40),
            Duration.ofSeconds(30), 1, Optional.of(Duration.ofMillis(900)));

    private final ScriptedProgram program = new ScriptedProgram();
    @SuppressWarnings("NullAway.Init") // given by the toolkit before each test
    private Stage stage;
    @SuppressWarnings("NullAway.Init") // the same
    private FxRobot robot;

    @Start
    void start(Stage given) {
        stage = given;
        robot = new FxRobot();
    }

    private void open() {
        robot.interact(() -> new MainWindow(stage, program.program(), new UiThread(), System::nanoTime).show());
    }

    private ScriptedConversation talk() {
        open();
        fire("#start-interview");
        assertEquals(List.of("start"), program.conversation().calls());
        state(TurnState.LISTENING);
        return program.conversation();
    }

    private void fire(String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private void tell(ConversationEvent event) {
        program.conversation().tell(event);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void state(TurnState state) {
        tell(new ConversationEvent.StateChanged(state));
    }

    private boolean shows(String text) {
        return robot.lookup(node -> node instanceof Labeled label && text.equals(label.getText()) && label.isVisible())
                .tryQuery().isPresent();
    }

    private void measured(long softEnd, long firstSound) {
        tell(new ConversationEvent.TurnMeasured(
                new TurnLatency(Map.of(SOFT_END, softEnd, FIRST_SOUND, firstSound))));
    }

    private void shortcut(KeyCode code, boolean pressed) {
        robot.interact(() -> {
            KeyEvent made = new KeyEvent(pressed ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_RELEASED,
                    KeyEvent.CHAR_UNDEFINED, "", code, false, true, false, false);
            assertTrue(made.isShortcutDown());
            Event.fireEvent(stage.getScene().getFocusOwner(), made);
        });
    }

    /** A key event as the toolkit makes it, sent to whatever has the focus. */
    private void key(javafx.event.EventType<KeyEvent> type, KeyCode code, String typed) {
        robot.interact(() -> {
            Node focus = stage.getScene().getFocusOwner();
            Event.fireEvent(focus,
                    new KeyEvent(type, typed.isEmpty() ? KeyEvent.CHAR_UNDEFINED : typed, typed, code, false, false,
                            false, false));
        });
    }

    private void press(KeyCode code) {
        key(KeyEvent.KEY_PRESSED, code, "");
    }

    private void release(KeyCode code) {
        key(KeyEvent.KEY_RELEASED, code, "");
    }

    private void stroke(KeyCode code) {
        press(code);
        release(code);
    }

    private TextField field() {
        return robot.lookup("#type").queryAs(TextField.class);
    }

    @Test
    void eachKeyDoesWhatItSays() {
        ScriptedConversation conversation = talk();
        stroke(KeyCode.ENTER);
        stroke(KeyCode.M);
        stroke(KeyCode.ESCAPE);
        press(KeyCode.SPACE);
        release(KeyCode.SPACE);
        assertEquals(List.of("done", "mute true", "stop", "hold true", "hold false"), conversation.calls());
        stroke(KeyCode.C);
        assertTrue(program.saved.getLast().appearance().captions());
    }

    @Test
    void aKeyThatRepeatsActsOnce() {
        ScriptedConversation conversation = talk();
        for (int i = 0; i < 5; i++) {
            press(KeyCode.SPACE);
            press(KeyCode.M);
            press(KeyCode.ENTER);
        }
        release(KeyCode.SPACE);
        release(KeyCode.M);
        release(KeyCode.ENTER);
        assertEquals(List.of("hold true", "mute true", "done", "hold false"), conversation.calls());
    }

    @Test
    void inTheTextFieldKeysAreTextUntilEnterSendsAndEscLeaves() {
        ScriptedConversation conversation = talk();
        press(KeyCode.T);
        key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, "t");
        release(KeyCode.T);
        assertTrue(field().isFocused());
        assertEquals("", field().getText());
        for (String letter : List.of("m", "c", " ", "p")) {
            press(letter.equals(" ") ? KeyCode.SPACE : KeyCode.valueOf(letter.toUpperCase(java.util.Locale.ROOT)));
            key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, letter);
            release(letter.equals(" ") ? KeyCode.SPACE : KeyCode.valueOf(letter.toUpperCase(java.util.Locale.ROOT)));
        }
        assertEquals("mc p", field().getText());
        stroke(KeyCode.ENTER);
        assertEquals("", field().getText());
        stroke(KeyCode.ESCAPE);
        assertFalse(field().isFocused());
        assertEquals(List.of("type mc p"), conversation.calls());
        stroke(KeyCode.ESCAPE);
        assertEquals(List.of("stop"), conversation.calls());
    }

    @Test
    void aControlReachedByTabKeepsSpaceForItself() {
        ScriptedConversation conversation = talk();
        robot.interact(() -> robot.lookup("#stop").query().requestFocus());
        stroke(KeyCode.SPACE);
        assertEquals(List.of("hold true", "hold false"), conversation.calls());
        robot.interact(() -> {
            robot.lookup("#done").query().requestFocus();
            stage.getScene().getFocusOwner().requestFocusTraversal(javafx.scene.TraversalDirection.NEXT);
        });
        assertTrue(robot.lookup("#stop").query().isFocusVisible());
        stroke(KeyCode.SPACE);
        assertEquals(List.of("stop"), conversation.calls());
    }

    @Test
    void theButtonsDoWhatTheyAreCalled() {
        ScriptedConversation conversation = talk();
        fire("#mute");
        fire("#done");
        fire("#stop");
        assertEquals(List.of("mute true", "done", "stop"), conversation.calls());
        assertTrue(shows("Unmute"));
        robot.interact(() -> robot.lookup("#hold").queryAs(ButtonBase.class).arm());
        robot.interact(() -> robot.lookup("#hold").queryAs(ButtonBase.class).disarm());
        assertEquals(List.of("hold true", "hold false"), conversation.calls());
    }

    @Test
    void eachStateIsOneWord() {
        talk();
        assertTrue(shows("Listening …"));
        state(TurnState.HEARING);
        assertTrue(shows("Hearing you …"));
        state(TurnState.THINKING);
        assertTrue(shows("Thinking …"));
        state(TurnState.SPEAKING);
        assertTrue(shows("Speaking …"));
        state(TurnState.PAUSED);
        assertTrue(shows("Paused"));
        assertTrue(shows("Go on"));
        tell(new ConversationEvent.Muted(true));
        state(TurnState.LISTENING);
        assertTrue(shows("Muted"));
    }

    @Test
    void captionsStayHiddenUntilTheUserPeeks() {
        talk();
        tell(new ConversationEvent.PartnerSaid("What did you build?"));
        assertFalse(shows("What did you build?"));
        press(KeyCode.P);
        assertTrue(shows("What did you build?"));
        release(KeyCode.P);
        assertFalse(shows("What did you build?"));
    }

    @Test
    void diagnosticsAreHiddenUntilTheirKeyIsPressedAndThenFollowTheTurns() {
        talk();
        assertFalse(robot.lookup("#diagnostics").query().isVisible());
        shortcut(KeyCode.D, true);
        shortcut(KeyCode.D, true); // it repeats
        shortcut(KeyCode.D, false);
        assertTrue(robot.lookup("#diagnostics").query().isVisible());
        assertTrue(robot.lookup("#diagnostics-button").queryAs(ToggleButton.class).isSelected());
        assertTrue(shows("No turn measured yet"));
        measured(250, 2610);
        assertTrue(shows("1 turn, measured from your last word"));
        measured(260, 1800);
        assertTrue(shows("2 turns, measured from your last word"));
        assertEquals("First sound: half of the turns within 1800, nineteen of twenty within 2610, last turn 1800"
                + " milliseconds",
                robot.lookup("First sound").queryAs(Labeled.class).getAccessibleText());
        fire("#diagnostics-button");
        assertFalse(robot.lookup("#diagnostics").query().isVisible());
    }

    @Test
    void theKeyOfTheDiagnosticsWorksInTheTextFieldAndWhereItsReleaseIsNeverTold() {
        ScriptedConversation conversation = talk();
        stroke(KeyCode.T);
        shortcut(KeyCode.D, true);
        assertTrue(robot.lookup("#diagnostics").query().isVisible());
        release(KeyCode.CONTROL);
        shortcut(KeyCode.D, true);
        shortcut(KeyCode.D, false);
        assertFalse(robot.lookup("#diagnostics").query().isVisible());
        assertEquals("", field().getText());
        assertEquals(List.of(), conversation.calls());
    }

    @ParameterizedTest
    @CsvSource({"1280,800", "640,600", "480,560"})
    void diagnosticsFitIntoTheWindowAndCoverNothing(int width, int height) {
        talk();
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        fire("#diagnostics-button");
        measured(250, 12_345);
        WindowThread.frames(stage.getScene()); // the table learns its height a frame after the window
        Bounds table = bounds("#diagnostics");
        assertTrue(new BoundingBox(0, 0, width, height).contains(table), table::toString);
        assertFalse(robot.lookup("#diagnostics").query().isFocusTraversable(), "it need not be scrolled");
        for (String other : List.of(".orb", ".state-word", ".talk-controls", ".bar")) {
            assertFalse(table.intersects(bounds(other)), other + " " + bounds(other) + " and " + table);
        }
    }

    private Bounds bounds(String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void whatWasLearnedFromPausesCanBeForgottenAndLearningSwitchedOff() {
        program.learned.keep("chat", "en", 900);
        open();
        robot.interact(() -> robot.lookup(node -> "Settings (Ctrl+,)".equals(node.getAccessibleText()))
                .queryAs(ButtonBase.class).fire());
        robot.interact(() -> robot.lookup(".tab-pane").queryAs(javafx.scene.control.TabPane.class).getSelectionModel()
                .select(2));
        assertFalse(shows("Nothing has been learned yet."));
        fire("#forget-learned");
        assertTrue(program.learned.isEmpty());
        assertTrue(shows("Nothing has been learned yet."));
        assertTrue(robot.lookup("#forget-learned").query().isDisabled());
        robot.interact(() -> robot.lookup("#adapt-to-pauses").queryAs(CheckBox.class).fire());
        assertFalse(program.saved.getLast().turnTaking().adaptToPauses());
    }

    @Test
    void troubleIsOneLineWithTheButtonThatHelps() {
        ScriptedConversation conversation = talk();
        tell(new ConversationEvent.Trouble("No connection.", Help.TRY_AGAIN));
        assertTrue(shows("No connection."));
        robot.interact(() -> robot.lookup("Try again").queryAs(ButtonBase.class).fire());
        assertEquals(List.of("try again"), conversation.calls());
        tell(new ConversationEvent.TroubleOver());
        assertFalse(shows("Try again"));
    }

    @Test
    void theConversationWaitsWhileTheSettingsThatHelpAreOpen() {
        ScriptedConversation conversation = talk();
        tell(new ConversationEvent.Trouble("No microphone.", Help.SOUND_SETTINGS));
        robot.interact(() -> robot.lookup("Sound settings").queryAs(ButtonBase.class).fire());
        assertTrue(shows("Play a test sound"));
        assertEquals(List.of("pause true"), conversation.calls());
        assertEquals(List.of("listen "), program.sound.calls);
        state(TurnState.PAUSED);
        stroke(KeyCode.ESCAPE);
        assertEquals(List.of("pause false"), conversation.calls());
        assertEquals("stop listening ", program.sound.calls.getLast());
        assertTrue(shows("No microphone."));
    }

    @Test
    void afterTheEndComesTheSummaryAndThenAgainOrHome() {
        ScriptedConversation conversation = talk();
        robot.interact(() -> robot.lookup(node -> "End the conversation".equals(node.getAccessibleText()))
                .queryAs(ButtonBase.class).fire());
        assertEquals(List.of("close"), conversation.calls());
        tell(new ConversationEvent.Ended(SUMMARY));
        assertTrue(shows("01:30"));
        fire("#again");
        assertEquals(List.of("interview en", "interview en"), program.topics);
        tell(new ConversationEvent.Ended(SUMMARY));
        fire("#home");
        assertTrue(shows("What do you want to practise?"));
    }

    @Test
    void afterTheFirstTalkItIsAskedOnceWhetherSoundIsKept() {
        talk();
        tell(new ConversationEvent.Ended(SUMMARY));
        assertTrue(shows("Keep the sound of your conversations?"));
        assertEquals("again", stage.getScene().getFocusOwner().getId(), "a key pressed in passing answers nothing");
        fire("#keep-sound");
        assertTrue(program.saved.getLast().recordings().allowed());
        assertFalse(shows("Keep the sound of your conversations?"));
        fire("#again");
        tell(new ConversationEvent.Ended(SUMMARY));

        assertFalse(shows("Keep the sound of your conversations?"));
    }

    @Test
    void closingTheWindowEndsTheConversation() {
        ScriptedConversation conversation = talk();
        robot.interact(stage::hide);
        assertEquals(List.of("close"), conversation.calls());
        tell(new ConversationEvent.Ended(SUMMARY));
    }

    @Test
    void whatIsSetIsSaved() {
        open();
        fire("#partner");
        fire("#preset-openai");
        assertEquals("openai", program.saved.getLast().service().preset());
        robot.interact(() -> robot.lookup("#key").queryAs(TextField.class).setText("sk-test"));
        fire("#keep-key");
        assertEquals("sk-test", program.keys.get("openai"));
        assertEquals("", robot.lookup("#key").queryAs(TextField.class).getText());
        assertTrue(shows("The key is kept in the keychain of this computer."));
        robot.interact(() -> robot.lookup(".tab-pane").queryAs(javafx.scene.control.TabPane.class).getSelectionModel()
                .select(3));
        fire("#theme-dark");
        robot.interact(() -> robot.lookup("#motion").queryAs(CheckBox.class).fire());
        assertEquals("dark", program.saved.getLast().appearance().theme());
        assertFalse(program.saved.getLast().appearance().motion());
    }

    @Test
    void modelsThatEndSoonAreNamedAtHomeAndChangedOrDismissedByKeyboard() {
        program.settings = program.settings.withService(program.settings.service().withPreset("openai"));
        ModelEnd end = new ModelEnd(CHAT, "gpt-4o-mini", LocalDate.of(2027, 1, 14), false,
                Optional.of("gpt-6-luna"));
        program.ends.soon = List.of(end);
        open();
        assertTrue(shows(end.sentence()));
        assertEquals(end.sentence(), robot.lookup("#ending").query().getAccessibleText());
        checkNames();
        robot.interact(() -> robot.lookup("#change-models").query().requestFocus());
        stroke(KeyCode.SPACE);
        assertEquals(List.of("test openai gpt-6-luna"), program.tester.calls);
        assertTrue(shows("Trying … cancel"));
        robot.interact(() -> robot.lookup("#dismiss-ending").query().requestFocus());
        stroke(KeyCode.SPACE);
        assertFalse(robot.lookup("#ending").query().isVisible());
        assertTrue(program.ends.dismissed);
    }

    @Test
    void theFirstStartCanBeSkippedAndIsThenOver() {
        program.first = true;
        open();
        assertTrue(shows("Can we hear each other?"));
        fire("#skip");
        assertTrue(shows("What do you want to practise?"));
        assertEquals(1, program.saved.size());
        assertEquals("stop listening ", program.sound.calls.getLast());
        assertTrue(robot.lookup("#start-interview").query().isFocused());
    }

    @Test
    void enterOnTheFirstScreenStartsTheFirstMode() {
        open();

        stroke(KeyCode.ENTER);

        assertEquals(List.of("start"), program.conversation().calls());
    }

    @Test
    void problemsAtTheStartAreOneLineEach() {
        program.problems = List.of("One mode is left out.");
        open();
        assertTrue(shows("One mode is left out."));
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        talk();
        fire("#diagnostics-button");
        checkNames();
        robot.interact(() -> robot.lookup(node -> "Settings (Ctrl+,)".equals(node.getAccessibleText()))
                .queryAs(ButtonBase.class).fire());
        checkNames();
    }

    private void checkNames() {
        List<String> nameless = robot.lookup(node -> node instanceof Control control && control.isFocusTraversable()
                && control.isVisible() && !(control instanceof javafx.scene.control.ScrollPane)
                && !(control instanceof javafx.scene.control.TabPane)).queryAll().stream()
                .filter(node -> node.getAccessibleText() == null
                        && !(node instanceof Labeled label && label.getText() != null && !label.getText().isBlank()))
                .map(String::valueOf).toList();
        assertEquals(List.of(), nameless);
    }
}
