package org.vivavoce.ui;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReviewWindowTest extends OpenedWindow {

    private static final long LIMIT_S = 10;

    @Start
    void start(Stage given) {
        opensIn(given);
    }

    private void review(int width, int height) {
        program.archive.fill();
        open(width, height);
        shortcut(KeyCode.H);
    }

    private TextField field(String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }

    private ListView<?> list() {
        return list("#conversations");
    }

    /** Waits for what is shown a few frames later. */
    private void awaitShown(String text) throws TimeoutException {
        WaitForAsyncUtils.waitFor(LIMIT_S, TimeUnit.SECONDS, () -> shows(text));
    }

    private void awaitListOf(int rows) {
        try {
            WaitForAsyncUtils.waitFor(LIMIT_S, TimeUnit.SECONDS, () -> list().getItems().size() == rows);
        } catch (TimeoutException e) {
            throw new AssertionError("rows: " + list().getItems().size(), e);
        }
        WindowThread.settle();
    }

    @Test
    void whereTheDiskTakesItsTimeEnterReadsAllTheSame() {
        program.archive.fill();
        open(1280, 800);
        Queue<Runnable> waiting = program.holdBackground();
        shortcut(KeyCode.H);
        while (!waiting.isEmpty()) { // what is read makes something else be read
            waiting.remove().run();
            WindowThread.settle();
        }
        awaitListOf(program.archive.kept.size());
        assertEquals(list(), focus());
        assertTrue(list().getSelectionModel().isSelected(0), "the one that is read is marked");
        stroke(KeyCode.ENTER);
        assertEquals("transcript", focus().getId());
    }

    @Test
    void theListIsReadWithTheArrowKeysAndEscLeavesStepByStep() throws Exception {
        review(1280, 800);
        assertEquals(list(), focus());
        assertTrue(shows(
                "Hi, I'm Alex. Thanks for coming in. To begin with: tell me about a service you built, and what it "
                        + "had to withstand."));
        stroke(KeyCode.DOWN);
        stroke(KeyCode.DOWN);
        awaitShown("I can't decide between the mountains and the sea.");
        stroke(KeyCode.ENTER);
        assertEquals("transcript", focus().getId());
        stroke(KeyCode.ESCAPE);
        assertEquals(list(), focus());
        stroke(KeyCode.ESCAPE);
        assertTrue(shows("What do you want to practise?"));
    }

    @Test
    void whatHappenedIsSaidWithTheWords() {
        review(1280, 800);
        Set<String> shown = new LinkedHashSet<>(shownMessages());
        WindowThread.run(() -> list("#transcript").scrollTo(7));
        WindowThread.frames(stage.getScene());
        shown.addAll(shownMessages());
        List<String> said = List.copyOf(shown);
        assertEquals(8, said.size());
        assertEquals(
                "Alex · 00:58 · after 1.2 s: Nice, back-pressure is exactly what I'd want to hear. One tip: say how you measured it. "
                        + "Now, how would you You broke in: 44 % of it was not heard.",
                said.get(2));
        assertEquals(
                "You · 01:06 · broke in: Sorry, may I add something? We measured it with histograms, not with averages.",
                said.get(3));
        assertTrue(said.get(5).startsWith("You · 01:58 · typed: "), said.get(5));
        assertTrue(said.get(7).startsWith("You · 02:31 · after a pause of 4.2 s: "), said.get(7));
    }

    @Test
    void howLongTheUserWaitedAndWhatItCostStandsAtTheHead() {
        review(1280, 800);
        assertTrue(robot.lookup(node -> node instanceof Labeled label && isSeen(label)
                && String.valueOf(label.getText()).endsWith(" · usual wait 1.2 s · about $0.04")).tryQuery()
                .isPresent());
    }

    private List<String> shownMessages() {
        return robot.lookup(".said").queryAll().stream().filter(OpenedWindow::isSeen)
                .sorted(Comparator.comparingDouble(box -> box.localToScene(0, 0).getY())).map(Node::getAccessibleText)
                .toList();
    }

    @Test
    void inASmallWindowListAndTranscriptStandOneAtATime() {
        review(480, 560);
        assertTrue(shows("Weekend plans"));
        assertFalse(shows("Export …"));
        stroke(KeyCode.ENTER);
        assertTrue(shows("Export …"));
        assertFalse(shows("Weekend plans"));
        fire("#back");
        assertTrue(shows("Weekend plans"));
        assertEquals(list(), focus());
        stroke(KeyCode.ENTER);
        shortcut(KeyCode.F);
        assertTrue(shows("Weekend plans"));
        assertTrue(field("#search").isFocused());
        fire("#back");
        assertTrue(shows("What do you want to practise?"));
    }

    @Test
    void whatIsTypedIsFoundAndEscTakesItBack() {
        review(1280, 800);
        shortcut(KeyCode.F);
        write("#search", "queue");
        awaitListOf(2);
        assertTrue(shows("2 conversations"));
        assertEquals(1, robot.lookup(node -> isSeen(node) && node.getPseudoClassStates().stream()
                .anyMatch(state -> "found".equals(state.getPseudoClassName()))).queryAll().size());
        write("#search", "zebra");
        awaitListOf(0);
        assertTrue(shows(
                "None of your conversations is like that. Try other words, or search all practices and languages."));
        stroke(KeyCode.ESCAPE);
        awaitListOf(7);
        assertTrue(field("#search").isFocused());
        stroke(KeyCode.DOWN);
        assertEquals(list(), focus());
    }

    @Test
    void theListIsFiltered() {
        review(1280, 800);
        WindowThread.run(() -> robot.lookup("#filter-mode").queryComboBox().getSelectionModel().select(2));
        assertEquals(3, list().getItems().size());
        WindowThread.run(() -> robot.lookup("#filter-language").queryComboBox().getSelectionModel().select(2));
        assertEquals(1, list().getItems().size());
        assertTrue(robot.lookup(".combo-box").queryAllAs(ComboBoxBase.class).stream()
                .allMatch(box -> box.getAccessibleText() != null));
    }

    @Test
    void deletingIsAskedOnceAndTheSafeAnswerHasTheFocus() {
        review(640, 600);
        stroke(KeyCode.DELETE);
        assertTrue(shows("Delete this conversation for good?"));
        assertEquals("keep", focus().getId());
        stroke(KeyCode.ESCAPE);
        assertFalse(shows("Delete this conversation for good?"));
        assertEquals("delete", focus().getId());
        stroke(KeyCode.SPACE);
        WindowThread.run(() -> robot.lookup("#delete-for-good").query().requestFocus());
        stroke(KeyCode.SPACE);
        assertEquals(List.of("delete"), program.archive.calls);
        assertEquals(6, list().getItems().size());
        assertEquals(list(), focus());
    }

    @Test
    void whatWasRecordedIsHeardByAButtonAndFromTheWordThatIsClicked() {
        program.archive.fill();
        program.archive.record(1);
        open(1280, 800);
        shortcut(KeyCode.H);
        stroke(KeyCode.ENTER);
        fire("#listen-0");
        assertEquals(List.of("play 0.ogg from 0"), program.archive.sound.calls);
        fire("#listen-0");
        assertEquals(List.of("play 0.ogg from 0", "stop"), program.archive.sound.calls);
        program.archive.sound.calls.clear();

        WindowThread.run(() -> {
            Node words = robot.lookup(".by-partner .words").query();
            Bounds place = words.localToScene(words.getLayoutBounds());
            Event.fireEvent(words, new MouseEvent(MouseEvent.MOUSE_CLICKED, place.getCenterX(), place.getCenterY(), 0,
                    0, MouseButton.PRIMARY, 1, false, false, false, false, false, false, false, false, true, true,
                    null));
        });

        String call = program.archive.sound.calls.getFirst();
        long from = Long.parseLong(call.substring(call.lastIndexOf(' ') + 1));
        assertTrue(call.startsWith("play 0.ogg from ") && from > 1000 && from < 9000, call);
        stroke(KeyCode.ESCAPE);
        stroke(KeyCode.ESCAPE);
        assertEquals("stop", program.archive.sound.calls.getLast(), "who leaves hears no more");
        checkNames();
    }

    @Test
    void aTitleIsWrittenWhereItStands() {
        review(1280, 800);
        stroke(KeyCode.F2);
        assertEquals("Interview", field("#title").getText());
        stroke(KeyCode.ENTER);
        assertEquals(List.of(), program.archive.calls);
        stroke(KeyCode.F2);
        write("#title", "Payments");
        stroke(KeyCode.ESCAPE);
        assertTrue(shows("Interview"));
        fire("#rename");
        write("#title", "Payments");
        stroke(KeyCode.ENTER);
        assertEquals(2,
                robot.lookup(node -> node instanceof Labeled label && "Payments".equals(label.getText())).queryAll()
                        .size());
        assertEquals("rename", focus().getId());
        program.archive.failure = Optional.of("The disk is full.");
        fire("#rename");
        write("#title", "Other");
        stroke(KeyCode.ENTER);
        assertTrue(shows("The disk is full."));
        assertTrue(shows("Payments"));
    }

    @Test
    void tagsAreAddedAndTakenAway() {
        review(1280, 800);
        WindowThread.run(() -> field("#tag").requestFocus());
        write("#tag", "hard");
        stroke(KeyCode.ENTER);
        assertTrue(field("#tag").isFocused());
        assertTrue(shows("backend · to repeat · hard"));
        WindowThread.run(() -> robot.lookup(node -> "Take away the tag backend".equals(node.getAccessibleText()))
                .queryAs(ButtonBase.class).fire());
        assertTrue(shows("to repeat · hard"));
        stroke(KeyCode.DELETE);
        assertFalse(shows("Delete this conversation for good?"));
    }

    @Test
    void aConversationGoesOn() {
        review(1280, 800);
        stroke(KeyCode.DOWN);
        fire("#resume");
        assertEquals(List.of("resume " + ScriptedArchive.id(2)), program.topics);
        assertEquals(List.of("start"), program.conversation().calls());
        assertTrue(shows("Spanish · Lena"));
        shortcut(KeyCode.H);
        assertTrue(shows("Spanish · Lena"), "no key leaves a conversation");
    }

    @Test
    void whatHasNoPracticeAnyMoreCanOnlyBeRead() {
        review(1280, 800);
        stroke(KeyCode.END);
        assertTrue(robot.lookup("#resume").query().isDisabled());
        assertTrue(shows("It cannot go on, for there is no practice named Debate any more."));
        stroke(KeyCode.HOME);
        assertFalse(robot.lookup("#resume").query().isDisabled());
        assertFalse(shows("It cannot go on, for there is no practice named Debate any more."));
    }

    @Test
    void homeShowsTheLastThreeToReadAndToGoOnWith() throws Exception {
        open(1280, 800);
        assertFalse(shows("Recent"));
        program.archive.fill();
        open(1280, 800);
        assertTrue(shows("Recent"));
        assertEquals(3, robot.lookup(".recent .resume").queryAll().size());
        checkNames();
        WindowThread.run(() -> robot.lookup(node -> "Read Weekend plans, Thursday, 10:00 · 40\u00a0s"
                .equals(node.getAccessibleText())).queryAs(ButtonBase.class).fire());
        WindowThread.frames(stage.getScene());
        assertEquals("transcript", focus().getId());
        awaitShown("I can't decide between the mountains and the sea.");
        assertEquals(2, list().getSelectionModel().getSelectedIndex());
        stroke(KeyCode.ESCAPE);
        stroke(KeyCode.ESCAPE);
        WindowThread.run(() -> robot.lookup(node -> "Continue Language · Spanish, Friday, 14:00 · 1\u00a0min"
                .equals(node.getAccessibleText())).queryAs(ButtonBase.class).fire());
        assertEquals(List.of("resume " + ScriptedArchive.id(2)), program.topics);
    }

    @Test
    void whereThereIsNoneOrNoneCanBeReadThatIsSaidCalmly() {
        open(1280, 800);
        fire("#conversations-button");
        assertTrue(shows("No conversations yet"));
        assertEquals("back", focus().getId());
        stroke(KeyCode.ESCAPE);
        program.archive.failure = Optional.of("The file is damaged.");
        fire("#conversations-button");
        assertTrue(shows("The file is damaged."));
    }

    @Test
    void olderOnesAreShownWhenTheyAreAskedFor() {
        for (int i = 1; i <= 130; i++) {
            program.archive.keep(i, "chat", "en", "", Duration.ofHours(i), "Hey!");
        }
        open(640, 600);
        fire("#conversations-button");
        assertEquals(100, list().getItems().size());
        fire("#more");
        assertEquals(130, list().getItems().size());
        assertFalse(robot.lookup("#more").query().isVisible());
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        review(1280, 800);
        checkNames();
        stroke(KeyCode.DELETE);
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
