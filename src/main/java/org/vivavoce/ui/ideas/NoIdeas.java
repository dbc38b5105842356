package org.vivavoce.ui.ideas;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.InsteadOfList;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.ideas.IdeasViewModel.Shown;

/** Says, in place of the list, that there is none and how one is saved, or why they cannot be read. JavaFX thread. */
final class NoIdeas {

    private final InsteadOfList words = new InsteadOfList(Feather.BOOKMARK);
    private final Texts texts;

    NoIdeas(Texts texts) {
        this.texts = texts;
    }

    Node node() {
        return words;
    }

    /** Shows itself where it is wanted, and tells whether it is. */
    boolean show(Shown shown) {
        switch (shown.state()) {
            case NOTHING_YET -> words.say(texts.of("ideas.nothing-yet"), texts.of("ideas.nothing-yet.what"));
            case FAILED -> words.say(texts.of("ideas.failed"), shown.problem().orElse(""));
            case LOADING, NOTHING_FOUND, THERE -> words.setVisible(false);
        }
        return words.isVisible();
    }
}
