package org.vivavoce.ui.talk;

import java.util.EnumSet;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a conversation: Space, Enter, M, Esc, P, C, T, and the shortcuts of the diagnostics and of undoing. A key that repeats acts once; in the
 * text field keys are text, and a control that was reached by Tab keeps Space for itself. JavaFX thread; installed as an event filter on
 * the screen.
 */
final class TalkKeys implements EventHandler<KeyEvent> {

    /** Shows or hides the diagnostics, also from the text field. */
    static final KeyCodeCombination DIAGNOSTICS = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

    /** Takes back what was just saved; in the text field it takes back what was typed. */
    static final KeyCodeCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final TalkViewModel talk;
    private final Node textField;
    private final Node outsideTextField;
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

    /**
     * Ready for keys.
     *
     * @param textField        T goes there
     * @param outsideTextField Esc goes there from the text field
     */
    TalkKeys(TalkViewModel talk, Node textField, Node outsideTextField) {
        this.talk = talk;
        this.textField = textField;
        this.outsideTextField = outsideTextField;
    }

    @Override
    public void handle(KeyEvent event) {
        if (!event.isShortcutDown()) {
            down.remove(UNDO.getCode());
            down.remove(DIAGNOSTICS.getCode()); // macOS may keep to itself that it was released
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(event);
        } else if (event.getEventType() == KeyEvent.KEY_RELEASED) {
            if (down.remove(event.getCode())) {
                released(event.getCode());
                event.consume();
            }
        } else if (!down.isEmpty() && !isText(event.getTarget())) {
            event.consume();
        } else if (down.contains(KeyCode.T)) {
            event.consume(); // the T that led into the text field is not a letter of the message
        }
    }

    /** The window has lost the keyboard: keys that are held will never be released here. */
    void releaseAll() {
        Set<KeyCode> held = EnumSet.copyOf(down);
        down.clear();
        held.forEach(this::released);
    }

    private void pressed(KeyEvent event) {
        if (DIAGNOSTICS.match(event)) {
            if (!down.contains(event.getCode())) {
                talk.diagnostics().toggle();
            }
            take(event);
            return;
        }
        if (UNDO.match(event) && !isText(event.getTarget())) {
            talk.savedIdeas().takeBack();
            take(event);
            return;
        }
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        KeyCode code = event.getCode();
        if (down.contains(code)) {
            event.consume(); // auto-repeat
        } else if (isText(event.getTarget())) {
            if (code == KeyCode.ESCAPE) {
                take(event);
                outsideTextField.requestFocus();
            }
        } else if (act(code, event.getTarget())) {
            take(event);
        }
    }

    private void take(KeyEvent event) {
        down.add(event.getCode());
        event.consume();
    }

    private boolean act(KeyCode code, Object target) {
        switch (code) {
            case SPACE -> {
                if (target instanceof Node node && !node.equals(outsideTextField) && node.isFocusVisible()) {
                    return false;
                }
                talk.holdToTalk(true);
            }
            case ENTER -> talk.done();
            case M -> talk.toggleMute();
            case ESCAPE -> talk.stopPartner();
            case P -> talk.captions().peek(true);
            case C -> talk.captions().toggle();
            case T -> textField.requestFocus();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void released(KeyCode code) {
        if (code == KeyCode.SPACE) {
            talk.holdToTalk(false);
        } else if (code == KeyCode.P) {
            talk.captions().peek(false);
        }
    }

    private static boolean isText(@Nullable Object target) {
        return target instanceof TextInputControl;
    }
}
