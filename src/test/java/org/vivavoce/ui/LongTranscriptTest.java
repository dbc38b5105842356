package org.vivavoce.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LongTranscriptTest extends OpenedWindow {

    private static final int MESSAGES = 2000;
    private static final int SEARCHED = 1500;
    private static final int MOST_BOXES = 40;
    private static final int MOST_NODES = 1500;

    @Start
    void start(Stage given) {
        opensIn(given);
    }

    private void read(String... said) {
        program.archive.keep(1, "chat", "en", "", Duration.ofHours(1), said);
        open(1280, 800);
        shortcut(KeyCode.H);
    }

    /** Every seventh is long, so that no two stretches are equally high. */
    private static String[] many() {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            String words = i == SEARCHED ? "That was a pelican." : "This is message " + i + ".";
            said.add(i % 7 == 0 ? String.join(" ", Collections.nCopies(1 + i % 60, words)) : words);
        }
        return said.toArray(String[]::new);
    }

    private ListView<?> transcript() {
        return list("#transcript");
    }

    private List<Node> boxes() {
        return List.copyOf(robot.lookup(".said").queryAll());
    }

    /** Whether all of a message with these words is in sight. */
    private boolean isInSight(String words) {
        Bounds list = transcript().localToScene(transcript().getLayoutBounds());
        return boxes().stream().filter(box -> box.getAccessibleText().endsWith(words))
                .filter(OpenedWindow::isSeen)
                .map(box -> box.localToScene(box.getLayoutBounds()))
                .anyMatch(box -> box.getMinY() >= list.getMinY() - 1 && box.getMaxY() <= list.getMaxY() + 1);
    }

    private static int nodes(Node node) {
        return node instanceof Parent parent
                ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(LongTranscriptTest::nodes).sum()
                : 1;
    }

    @Test
    void onlyWhatIsInSightHasNodes() {
        read(many());
        assertEquals(MESSAGES, transcript().getItems().size());
        assertTrue(isInSight("This is message 1."));
        assertTrue(boxes().size() < MOST_BOXES, "boxes: " + boxes().size());
        assertTrue(nodes(transcript()) < MOST_NODES, "nodes: " + nodes(transcript()));
    }

    @Test
    void theMessageThatIsSearchedForComesIntoSightAndWithItWhatWasSaidBefore() throws Exception {
        read(many());
        WindowThread.run(() -> robot.lookup("#search").queryAs(TextField.class).setText("pelican"));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> isInSight("pelican."));
        WindowThread.frames(stage.getScene());
        assertTrue(isInSight("pelican."));
        assertTrue(isInSight("This is message " + (SEARCHED - 1) + "."));
        assertTrue(boxes().size() < MOST_BOXES, "boxes: " + boxes().size());
    }

    @Test
    void endAndHomeGoToTheLastAndTheFirstMessage() {
        read(many());
        WindowThread.run(() -> transcript().requestFocus());
        stroke(KeyCode.END);
        assertTrue(isInSight("This is message " + (MESSAGES - 1) + "."));
        assertFalse(isInSight("This is message 1."));
        stroke(KeyCode.HOME);
        assertTrue(isInSight("This is message 1."));
        stroke(KeyCode.PAGE_DOWN);
        assertFalse(isInSight("This is message 1."));
        stroke(KeyCode.PAGE_UP);
        assertTrue(isInSight("This is message 1."));
    }

    @Test
    void aMessageThatIsHigherThanTheListIsReadStepByStep() {
        read("Short.", String.join(" ", Collections.nCopies(600, "long")) + " end", "Over.");
        WindowThread.run(() -> transcript().requestFocus());
        WindowThread.run(() -> transcript().getSelectionModel().select(1));
        stroke(KeyCode.DOWN);
        assertEquals(1, transcript().getSelectionModel().getSelectedIndex());
        for (int i = 0; i < 40 && transcript().getSelectionModel().getSelectedIndex() == 1; i++) {
            stroke(KeyCode.DOWN);
        }
        assertEquals(2, transcript().getSelectionModel().getSelectedIndex());
        assertTrue(isInSight("Over."));
    }

    @Test
    void theChosenMessageIsCopied() {
        read("Hey! What's on your mind?", "The sea.");
        WindowThread.run(() -> transcript().requestFocus());
        WindowThread.run(() -> transcript().getSelectionModel().select(1));
        shortcut(KeyCode.C);
        List<String> copied = new ArrayList<>();
        WindowThread.run(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        assertEquals(List.of("The sea."), copied);
    }
}
