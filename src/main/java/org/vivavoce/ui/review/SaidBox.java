package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.practice.Role;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Lengths;
import org.vivavoce.ui.common.Texts;

/**
 * One message of a transcript: the user's on the right, the partner's on the left; who said it, when and how stands above, what was not
 * heard of it below. JavaFX thread.
 */
final class SaidBox extends HBox {

    private static final int PERCENT = 100;
    private static final Duration LONG = Duration.ofSeconds(2);

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final Texts texts;
    private final int position;
    /** The width that was asked for last, and how high it is then: a long transcript asks each of its messages many times. */
    private double askedWidth = Double.NaN;
    private double heightThen;

    /**
     * Shows a message.
     *
     * @param partner     the partner's name
     * @param rightToLeft whether the language is written so
     */
    SaidBox(StoredMessage said, String partner, boolean rightToLeft, Texts texts) {
        this.texts = texts;
        this.position = said.position();
        boolean user = said.message().role() == Role.USER;
        getStyleClass().addAll("said", user ? "by-user" : "by-partner");
        setAlignment(user ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        String above = above(said, user ? texts.of("review.you") : partner);
        Label words = Controls.text(said.words(), "words");
        if (rightToLeft) {
            words.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        VBox box = new VBox(4, Controls.text(above, Styles.TEXT_MUTED, "above"), words);
        box.setFillWidth(false);
        box.setAlignment(user ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
        Optional<String> unheard = unheard(said);
        unheard.ifPresent(sentence -> {
            Label below = Controls.text(sentence, Styles.TEXT_MUTED, "unheard");
            below.setGraphic(Controls.icon(Feather.SCISSORS));
            box.getChildren().add(below);
        });
        getChildren().add(box);
        setAccessibleText(above + ": " + said.words() + unheard.map(sentence -> " " + sentence).orElse(""));
    }

    /** Which message it is. */
    int position() {
        return position;
    }

    /** Whether it is the one with the words that are searched for. */
    void showFound(boolean found) {
        pseudoClassStateChanged(FOUND, found);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width != askedWidth) {
            heightThen = super.computePrefHeight(width);
            askedWidth = width;
        }
        return heightThen;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width); // nothing is cut
    }

    @Override
    public void requestLayout() {
        askedWidth = Double.NaN; // something in it has changed
        super.requestLayout();
    }

    private String above(StoredMessage said, String who) {
        List<String> parts = new ArrayList<>(List.of(who, Lengths.clock(said.saidAt())));
        said.silence().flatMap(silence -> silence(said.message().role(), silence)).ifPresent(parts::add);
        if (said.typed()) {
            parts.add(texts.of("review.typed"));
        }
        if (said.message().role() == Role.USER && said.message().interrupted()) {
            parts.add(texts.of("review.broke-in"));
        }
        return String.join(" · ", parts);
    }

    /** The partner's is what the user waited; of the user's, only a long one is told. */
    private Optional<String> silence(Role role, Duration silence) {
        if (role == Role.PARTNER) {
            return Optional.of(texts.of("review.waited", Lengths.seconds(silence)));
        }
        return silence.compareTo(LONG) > 0
                ? Optional.of(texts.of("review.thought", Lengths.seconds(silence)))
                : Optional.empty();
    }

    private Optional<String> unheard(StoredMessage said) {
        if (said.message().role() != Role.PARTNER || !said.message().interrupted()) {
            return Optional.empty();
        }
        int left = said.fullLength() - said.heardLength();
        if (left <= 0) {
            return Optional.of(texts.of("review.cut"));
        }
        int percent = Math.clamp(Math.round((float) left * PERCENT / said.fullLength()), 1, PERCENT - 1);
        return Optional.of(texts.of("review.cut.percent", percent));
    }
}
