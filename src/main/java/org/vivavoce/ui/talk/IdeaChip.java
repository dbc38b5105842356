package org.vivavoce.ui.talk;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.vivavoce.store.Idea;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.UndoChip;

/** Says what the partner has saved, over the picture of the state, which does not move for it. JavaFX thread. */
final class IdeaChip extends StackPane {

    private static final double WIDEST = 520;

    private final Texts texts;
    private final UndoChip chip;
    private final Subscription follows;

    /** @param openIdeas shows all ideas */
    IdeaChip(SavedIdeas saved, Texts texts, Runnable openIdeas) {
        this.texts = texts;
        Button all = new Button(texts.of("talk.ideas.all"));
        all.setId("all-ideas");
        all.getStyleClass().add(Styles.FLAT);
        all.setMinWidth(Region.USE_PREF_SIZE);
        Controls.explain(all, texts.of("talk.ideas.all.tip"));
        all.setOnAction(event -> openIdeas.run());
        chip = new UndoChip(texts.of("talk.ideas.undo"),
                texts.of("talk.ideas.undo.tip", TalkKeys.UNDO.getDisplayText()),
                saved::takeBack, all);
        chip.setId("idea-chip");
        chip.setMaxSize(WIDEST, Region.USE_PREF_SIZE);
        getStyleClass().add("idea-chip-room");
        setPickOnBounds(false);
        setAlignment(javafx.geometry.Pos.TOP_CENTER);
        setMinHeight(0);
        getChildren().add(chip);
        chip.hoverProperty().subscribe(hovered -> saved.hold(hovered || chip.isFocusWithin()));
        chip.focusWithinProperty().subscribe(focused -> saved.hold(focused || chip.isHover()));
        follows = saved.shownProperty().subscribe(this::show);
    }

    private void show(SavedIdeas.Shown shown) {
        chip.show(switch (shown.state()) {
            case NOTHING -> "";
            case SAVED -> shown.ideas().size() == 1
                    ? texts.of("talk.ideas.saved", first(shown).text())
                    : texts.of("talk.ideas.saved.several", shown.ideas().size());
            case TAKING_BACK -> texts.of("talk.ideas.taking-back");
            case TAKEN_BACK -> shown.ideas().size() == 1
                    ? texts.of("talk.ideas.taken-back", first(shown).text())
                    : texts.of("talk.ideas.taken-back.several", shown.ideas().size());
        }, shown.state() == SavedIdeas.State.SAVED);
    }

    private static Idea first(SavedIdeas.Shown shown) {
        return shown.ideas().getFirst();
    }

    void close() {
        follows.unsubscribe();
    }
}
