package org.vivavoce.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.ui.common.Texts;

/**
 * What was said, oldest first. Only what is in sight has nodes, so that a conversation of any length is there at once; the arrow keys go
 * from message to message, and the chosen one can be copied. JavaFX thread.
 */
final class MessageList extends ListView<StoredMessage> {

    private static final int NONE = -1;
    private static final double STEP = 60; // by this a message scrolls that is higher than the list
    private static final double PAGE = 0.9; // of the list's height: the line that was read last stays in sight
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final List<SaidCell> cells = new ArrayList<>();
    private int found = NONE;
    private Function<StoredMessage, SaidBox> boxes = message -> {
        throw new IllegalStateException("nothing is shown yet");
    };
    /** The place that is scrolled to as soon as the list knows its size. */
    private int goal = NONE;

    MessageList(Texts texts) {
        setId("transcript");
        setAccessibleText(texts.of("review.transcript"));
        setCellFactory(list -> cell());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        MenuItem copy = new MenuItem(texts.of("review.copy"));
        copy.setOnAction(event -> copy());
        ContextMenu menu = new ContextMenu(copy);
        menu.setOnShowing(event -> copy.setDisable(getSelectionModel().isEmpty()));
        setContextMenu(menu);
    }

    private SaidCell cell() {
        SaidCell cell = new SaidCell(this::box);
        cells.add(cell);
        return cell;
    }

    private SaidBox box(StoredMessage message) {
        SaidBox box = boxes.apply(message);
        box.showFound(box.position() == found);
        return box;
    }

    /** Shows in those that are made what has changed; in others it shows when they are. */
    void eachBox(Consumer<SaidBox> shows) {
        cells.forEach(cell -> cell.box().ifPresent(shows));
    }

    /**
     * Shows a conversation from its beginning.
     *
     * @param boxes shows a message; asked when one comes into sight, and again when it comes back
     */
    void show(List<StoredMessage> messages, Function<StoredMessage, SaidBox> boxes) {
        this.boxes = boxes;
        getSelectionModel().clearSelection();
        getItems().setAll(messages);
        refresh(); // what is equal in two conversations is not the same
        goal = 0;
        requestLayout();
    }

    /** Goes to the message with the words that are searched for, and marks it. */
    void showFound(OptionalInt position) {
        found = position.orElse(NONE);
        eachBox(box -> box.showFound(box.position() == found));
        for (int index = 0; position.isPresent() && index < getItems().size(); index++) {
            if (getItems().get(index).position() == position.getAsInt()) {
                goal = index;
                requestLayout();
            }
        }
    }

    /** Only now it is known how much is in sight. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        VirtualFlow<?> flow = flow();
        if (goal != NONE && flow != null && getHeight() > 0 && getWidth() > 0) {
            int index = goal;
            goal = NONE;
            if (index < getItems().size()) {
                flow.scrollToTop(index);
                flow.layout();
                showWhatIsBefore(flow, index);
            }
        }
    }

    /** In the middle, so that one sees what it was the answer to. */
    private void showWhatIsBefore(VirtualFlow<?> flow, int index) {
        double middle = (getHeight() - flow.getCell(index).getHeight()) / 2;
        double above = flow.getCell(index).getLayoutY();
        if (above < middle) {
            flow.scrollPixels(above - middle);
        }
    }

    private void choose(int index) {
        getSelectionModel().select(index);
        goal = index;
        requestLayout();
    }

    private void key(KeyEvent event) {
        VirtualFlow<?> flow = flow();
        if (flow == null) {
            return;
        }
        switch (event.getCode()) {
            case PAGE_DOWN -> flow.scrollPixels(PAGE * getHeight());
            case PAGE_UP -> flow.scrollPixels(-PAGE * getHeight());
            case HOME -> choose(0);
            case END -> choose(getItems().size() - 1);
            case C -> {
                if (!COPY.match(event)) {
                    return;
                }
                copy();
            }
            case DOWN -> {
                if (!hasMore(flow, true)) {
                    return;
                }
                flow.scrollPixels(STEP);
            }
            case UP -> {
                if (!hasMore(flow, false)) {
                    return;
                }
                flow.scrollPixels(-STEP);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Whether some of the chosen message is out of sight, below or above, as it is higher than the list. */
    private boolean hasMore(VirtualFlow<?> flow, boolean below) {
        int chosen = getSelectionModel().getSelectedIndex();
        if (chosen < 0 || flow.getFirstVisibleCell() == null || chosen < flow.getFirstVisibleCell().getIndex()
                || chosen > flow.getLastVisibleCell().getIndex()) {
            return false;
        }
        double top = flow.getCell(chosen).getLayoutY();
        double bottom = top + flow.getCell(chosen).getHeight();
        return below ? bottom > getHeight() + 1 : top < -1;
    }

    private void copy() {
        StoredMessage chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(chosen.words());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        Node node = lookup(".virtual-flow");
        return node instanceof VirtualFlow<?> flow ? flow : null;
    }
}
