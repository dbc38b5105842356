package org.vivavoce.ui.review;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.InsteadOfList;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.review.ListViewModel.Shown;

/** Says, in place of list and transcript, that there is none, or why they cannot be read. JavaFX thread. */
final class NothingYet {

    private final InsteadOfList words = new InsteadOfList(Feather.MESSAGE_SQUARE);
    private final Texts texts;

    NothingYet(Texts texts) {
        this.texts = texts;
    }

    Node node() {
        return words;
    }

    /** Shows itself where it is wanted, and tells whether it is. */
    boolean show(Shown shown) {
        switch (shown.state()) {
            case NOTHING_YET -> words.say(texts.of("review.nothing-yet"), texts.of("review.nothing-yet.what"));
            case FAILED -> words.say(texts.of("review.failed"), shown.problem().orElse(""));
            case LOADING, NOTHING_FOUND, THERE -> words.setVisible(false);
        }
        return words.isVisible();
    }
}
