package org.vivavoce.ui.ideas;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.IdeaShelf.Kept;
import org.vivavoce.ui.common.Texts;

/** What can be done with the chosen idea. Takes no room while none is chosen. JavaFX thread. */
final class ActionRow extends FlowPane {

    /** Does it. */
    interface Actions {
        /** Shows the conversation it came up in. */
        void read();

        /** Puts its text into the clipboard. */
        void copy();

        /** Lets the user change its text. */
        void edit();

        /** Deletes it. */
        void delete();
    }

    private final Button read;
    private final boolean mayRead;

    /**
     * Of no idea yet.
     *
     * @param copyKey how the key is called that copies
     * @param mayRead whether conversations may be shown
     */
    ActionRow(Texts texts, String copyKey, boolean mayRead, Actions actions) {
        super(8, 8);
        this.mayRead = mayRead;
        read = button("read-idea", texts.of("ideas.read"), texts.of("ideas.read.tip"), Feather.MESSAGE_SQUARE,
                actions::read);
        getChildren().addAll(read,
                button("copy-idea", texts.of("ideas.copy"), texts.of("ideas.copy.tip", copyKey), Feather.COPY,
                        actions::copy),
                button("edit-idea", texts.of("ideas.edit"), texts.of("ideas.edit.tip"), Feather.EDIT_2, actions::edit),
                button("delete-idea", texts.of("ideas.delete"), texts.of("ideas.delete.tip"), Feather.TRASH_2,
                        actions::delete));
        managedProperty().bind(visibleProperty());
    }

    private static Button button(String id, String text, String tip, Feather icon, Runnable action) {
        Button button = Controls.button(text, icon, action);
        button.setId(id);
        Controls.explain(button, tip);
        return button;
    }

    void show(Optional<Kept> chosen) {
        setVisible(chosen.isPresent());
        read.setDisable(!mayRead || chosen.flatMap(Kept::session).isEmpty());
    }
}
