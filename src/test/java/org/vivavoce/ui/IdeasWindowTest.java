package org.vivavoce.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.store.Idea;
import org.vivavoce.turn.TurnState;
import org.vivavoce.ui.common.UiThread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The page of the ideas, and what the screen of a conversation shows of them. */
@ExtendWith(ApplicationExtension.class)
class IdeasWindowTest {

    private static final Idea ADA = new Idea(1, Optional.empty(), "Ada", Instant.EPOCH);
    private static final Idea GRACE = new Idea(2, Optional.empty(), "Grace", Instant.EPOCH);

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
        WindowThread.run(() -> {
            new MainWindow(stage, program.program(), new UiThread(), System::nanoTime).show();
            stage.setWidth(1280);
            stage.setHeight(800);
        });
        WindowThread.frames(stage.getScene());
    }

    private void ideas() {
        program.archive.fill();
        program.archive.ideas.fill();
        open();
        key(KeyCode.I, true);
    }

    private ScriptedConversation talk() {
        open();
        fire("#start-interview");
        assertEquals(List.of("start"), program.conversation().calls());
        tell(new ConversationEvent.StateChanged(TurnState.LISTENING));
        return program.conversation();
    }

    private void tell(ConversationEvent event) {
        program.conversation().tell(event);
        WindowThread.settle();
    }

    private void fire(String id) {
        WindowThread.run(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
        WindowThread.frames(stage.getScene());
    }

    private void stroke(KeyCode code) {
        key(code, false);
    }

    private void key(KeyCode code, boolean control) {
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            WindowThread.run(() -> Event.fireEvent(focus(),
                    new KeyEvent(type, KeyEvent.CHAR_UNDEFINED, "", code, false, control, false, false)));
        }
        WindowThread.frames(stage.getScene());
    }

    private Node focus() {
        return stage.getScene().getFocusOwner();
    }

    private void write(String id, String text) {
        WindowThread.run(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
    }

    private ListView<?> list() {
        return robot.lookup("#ideas-list").queryListView();
    }

    private boolean shows(String text) {
        return robot.lookup(node -> node instanceof Labeled label && text.equals(label.getText()) && isSeen(label))
                .tryQuery().isPresent();
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theListIsReadWithTheArrowKeysAndEnterOpensTheConversation() {
        ideas();
        assertEquals(list(), focus());
        assertTrue(shows("6 ideas"));
        stroke(KeyCode.DOWN);
        stroke(KeyCode.DOWN);
        stroke(KeyCode.ENTER);
        assertTrue(shows("Language · Spanish"));
        assertEquals("transcript", focus().getId());
    }

    @Test
    void whereTheDiskTakesItsTimeTheListHasTheFocusAllTheSame() {
        program.archive.fill();
        program.archive.ideas.fill();
        open();
        Queue<Runnable> waiting = program.holdBackground();
        key(KeyCode.I, true);
        waiting.forEach(Runnable::run);
        WindowThread.settle();
        assertTrue(shows("6 ideas"));
        assertEquals(list(), focus());
    }

    @Test
    void anIdeaWithoutAConversationOpensNone() {
        ideas();
        stroke(KeyCode.END);
        assertTrue(robot.lookup("#read-idea").query().isDisabled());
        stroke(KeyCode.ENTER);
        assertEquals(list(), focus());
        stroke(KeyCode.HOME);
        assertFalse(robot.lookup("#read-idea").query().isDisabled());
        stroke(KeyCode.ESCAPE);
        assertTrue(shows("What do you want to practise?"));
    }

    @Test
    void whatIsTypedIsFoundAtOnceAndEscTakesItBack() {
        ideas();
        key(KeyCode.F, true);
        assertTrue(robot.lookup("#search-ideas").queryAs(TextField.class).isFocused());
        write("#search-ideas", "cafe");
        assertEquals(1, list().getItems().size());
        assertTrue(shows("1 idea"));
        write("#search-ideas", "zebra");
        assertTrue(shows("None of your ideas has these words."));
        stroke(KeyCode.ESCAPE);
        assertEquals(6, list().getItems().size());
        stroke(KeyCode.DOWN);
        assertEquals(list(), focus());
    }

    @Test
    void deletingNeedsNoQuestionForItCanBeUndone() {
        ideas();
        stroke(KeyCode.DELETE);
        assertEquals(5, list().getItems().size());
        assertTrue(robot.lookup("#undo").query().isVisible());
        assertEquals(list(), focus());
        key(KeyCode.Z, true);
        assertEquals(6, list().getItems().size());
        assertFalse(isSeen(robot.lookup("#undo").query()));
        fire("#delete-idea");
        fire("#undo");
        assertEquals(List.of("remove 2", "restore 2", "remove 2", "restore 2"), program.archive.ideas.calls);
    }

    @Test
    void theLastIdeaCanBeGivenAgainFromTheEmptyPage() {
        program.archive.ideas.keep("Ada", 0, Duration.ofHours(1));
        open();
        fire("#ideas-button");
        stroke(KeyCode.DELETE);
        assertTrue(shows("No ideas yet"));
        assertEquals("back", focus().getId());
        key(KeyCode.Z, true);
        assertTrue(shows("1 idea"));
    }

    @Test
    void theTextIsChangedByKeyboard() {
        ideas();
        stroke(KeyCode.F2);
        assertEquals("idea-edit", focus().getId());
        stroke(KeyCode.ESCAPE);
        assertEquals(list(), focus());
        fire("#edit-idea");
        write("#idea-edit", "Read about the outbox");
        WindowThread.run(() -> robot.lookup("#idea-edit").queryAs(TextArea.class).end());
        stroke(KeyCode.ENTER);
        assertTrue(shows("Read about the outbox"));
        assertEquals(list(), focus());
        program.archive.ideas.failure = Optional.of("The disk is full.");
        stroke(KeyCode.F2);
        write("#idea-edit", "Something else");
        fire("#keep-idea");
        assertTrue(shows("The disk is full."));
        assertTrue(shows("Read about the outbox"));
    }

    @Test
    void whereThereIsNoneOrNoneCanBeReadThatIsSaidCalmly() {
        open();
        fire("#ideas-button");
        assertTrue(shows("No ideas yet"));
        assertTrue(robot.lookup("#export-ideas").query().isDisabled());
        stroke(KeyCode.ESCAPE);
        program.archive.ideas.failure = Optional.of("The file is damaged.");
        key(KeyCode.I, true);
        assertTrue(shows("The file is damaged."));
    }

    @Test
    void whatThePartnerSavedIsShownAndTakenBackByKey() {
        ScriptedConversation conversation = talk();
        assertFalse(robot.lookup("#idea-chip").query().isVisible());
        tell(new ConversationEvent.IdeasSaved(List.of(ADA)));
        assertTrue(shows("Saved: Ada"));
        assertTrue(focus().getId() == null || !focus().getId().equals("undo"), "the focus stays where it was");
        key(KeyCode.Z, true);
        assertEquals(List.of("take back [Ada]"), conversation.calls());
        assertFalse(robot.lookup("#undo").query().isVisible());
        tell(new ConversationEvent.IdeasTakenBack(List.of(ADA)));
        assertTrue(shows("Taken back: Ada"));
    }

    @Test
    void severalIdeasAreCountedAndTheButtonsAreReached() {
        ScriptedConversation conversation = talk();
        tell(new ConversationEvent.IdeasSaved(List.of(ADA, GRACE)));
        assertTrue(shows("2 ideas saved"));
        checkNames();
        assertTrue(robot.lookup("#undo").query().isFocusTraversable());
        fire("#undo");
        assertEquals(List.of("take back [Ada, Grace]"), conversation.calls());
        tell(new ConversationEvent.IdeasTakenBack(List.of(ADA, GRACE)));
        assertTrue(shows("2 ideas taken back"));
    }

    @Test
    void inTheTextFieldTheKeyIsOfTheText() {
        ScriptedConversation conversation = talk();
        tell(new ConversationEvent.IdeasSaved(List.of(ADA)));
        stroke(KeyCode.T);
        key(KeyCode.Z, true);
        assertEquals(List.of(), conversation.calls());
    }

    @Test
    void theConversationWaitsWhileTheIdeasAreShown() {
        program.archive.fill();
        program.archive.ideas.fill();
        ScriptedConversation conversation = talk();
        tell(new ConversationEvent.IdeasSaved(List.of(ADA)));
        fire("#all-ideas");
        assertEquals(List.of("pause true"), conversation.calls());
        tell(new ConversationEvent.StateChanged(TurnState.PAUSED));
        assertTrue(shows("6 ideas"));
        assertTrue(robot.lookup("#read-idea").query().isDisabled(), "no other conversation is shown meanwhile");
        stroke(KeyCode.ENTER);
        stroke(KeyCode.ESCAPE);
        assertEquals(List.of("pause false"), conversation.calls());
        assertTrue(shows("Saved: Ada"));
    }

    @Test
    void theTimeForAnAnswerIsShownWithItsMeaning() {
        talk();
        assertFalse(robot.lookup("#time-left").query().isVisible());
        tell(new ConversationEvent.TimeLeft(Duration.ofSeconds(84), Duration.ofSeconds(90), "a story"));
        assertTrue(shows("01:24"));
        assertEquals("84 seconds left: a story", robot.lookup("#time-left").query().getAccessibleText());
        tell(new ConversationEvent.TimeOver(true));
        assertFalse(robot.lookup("#time-left").query().isVisible());
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        ideas();
        checkNames();
        stroke(KeyCode.DELETE);
        checkNames();
        stroke(KeyCode.F2);
        checkNames();
    }

    private void checkNames() {
        List<String> nameless = robot.lookup(node -> node instanceof Control control && control.isFocusTraversable()
                && isSeen(control) && !(control instanceof ScrollPane)).queryAll().stream()
                .filter(node -> node.getAccessibleText() == null
                        && !(node instanceof Labeled label && label.getText() != null && !label.getText().isBlank()))
                .map(String::valueOf).toList();
        assertEquals(List.of(), nameless);
    }
}
