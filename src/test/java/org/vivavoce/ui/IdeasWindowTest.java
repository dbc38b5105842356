package org.vivavoce.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.store.Idea;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The page of the ideas, and what the screen of a conversation shows of them. */
class IdeasWindowTest extends OpenedWindow {

    private static final Idea ADA = new Idea(1, Optional.empty(), "Ada", Instant.EPOCH);
    private static final Idea GRACE = new Idea(2, Optional.empty(), "Grace", Instant.EPOCH);

    @Start
    void start(Stage given) {
        opensIn(given);
    }

    private void ideas() {
        program.archive.fill();
        program.archive.ideas.fill();
        open(1280, 800);
        shortcut(KeyCode.I);
    }

    private ScriptedConversation talk() {
        open(1280, 800);
        fire("#start-interview");
        assertEquals(List.of("start"), program.conversation().calls());
        tell(new ConversationEvent.StateChanged(TurnState.LISTENING));
        return program.conversation();
    }

    private void tell(ConversationEvent event) {
        program.conversation().tell(event);
        WindowThread.settle();
    }

    private ListView<?> list() {
        return list("#ideas-list");
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
        open(1280, 800);
        Queue<Runnable> waiting = program.holdBackground();
        shortcut(KeyCode.I);
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
        shortcut(KeyCode.F);
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
        shortcut(KeyCode.Z);
        assertEquals(6, list().getItems().size());
        assertFalse(isSeen(robot.lookup("#undo").query()));
        fire("#delete-idea");
        fire("#undo");
        assertEquals(List.of("remove 2", "restore 2", "remove 2", "restore 2"), program.archive.ideas.calls);
    }

    @Test
    void theLastIdeaCanBeGivenAgainFromTheEmptyPage() {
        program.archive.ideas.keep("Ada", 0, Duration.ofHours(1));
        open(1280, 800);
        fire("#ideas-button");
        stroke(KeyCode.DELETE);
        assertTrue(shows("No ideas yet"));
        assertEquals("back", focus().getId());
        shortcut(KeyCode.Z);
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
        open(1280, 800);
        fire("#ideas-button");
        assertTrue(shows("No ideas yet"));
        assertTrue(robot.lookup("#export-ideas").query().isDisabled());
        stroke(KeyCode.ESCAPE);
        program.archive.ideas.failure = Optional.of("The file is damaged.");
        shortcut(KeyCode.I);
        assertTrue(shows("The file is damaged."));
    }

    @Test
    void whatThePartnerSavedIsShownAndTakenBackByKey() {
        ScriptedConversation conversation = talk();
        assertFalse(robot.lookup("#idea-chip").query().isVisible());
        tell(new ConversationEvent.IdeasSaved(List.of(ADA)));
        assertTrue(shows("Saved: Ada"));
        assertTrue(focus().getId() == null || !focus().getId().equals("undo"), "the focus stays where it was");
        shortcut(KeyCode.Z);
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
        shortcut(KeyCode.Z);
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
