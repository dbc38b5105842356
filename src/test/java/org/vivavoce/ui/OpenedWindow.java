package org.vivavoce.ui;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.vivavoce.ui.common.UiThread;

/** The whole window around a scripted program, as tests open it, use it and look at it. Used by a test's thread. */
@ExtendWith(ApplicationExtension.class)
abstract class OpenedWindow {

    final ScriptedProgram program = new ScriptedProgram();
    @SuppressWarnings("NullAway.Init") // given by the toolkit before each test
    Stage stage;
    @SuppressWarnings("NullAway.Init") // the same
    FxRobot robot;

    /** From the method that the toolkit calls first; it looks for that in the class of the test alone. */
    void opensIn(Stage given) {
        stage = given;
        robot = new FxRobot();
    }

    void open(int width, int height) {
        WindowThread.run(() -> {
            new MainWindow(stage, program.program(), new UiThread(), System::nanoTime).show();
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WindowThread.frames(stage.getScene());
    }

    void fire(String id) {
        WindowThread.run(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
        WindowThread.frames(stage.getScene());
    }

    void shortcut(KeyCode code) {
        key(code, true);
    }

    void stroke(KeyCode code) {
        key(code, false);
    }

    private void key(KeyCode code, boolean control) {
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            WindowThread.run(() -> Event.fireEvent(focus(),
                    new KeyEvent(type, KeyEvent.CHAR_UNDEFINED, "", code, false, control, false, false)));
        }
        WindowThread.frames(stage.getScene()); // the screen learns its size
    }

    Node focus() {
        return stage.getScene().getFocusOwner();
    }

    void write(String id, String text) {
        WindowThread.run(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
    }

    ListView<?> list(String id) {
        return robot.lookup(id).queryListView();
    }

    boolean shows(String text) {
        return robot.lookup(node -> node instanceof Labeled label && text.equals(label.getText()) && isSeen(label))
                .tryQuery().isPresent();
    }

    static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
