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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
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

    private static final PseudoClass SOUNDING = PseudoClass.getPseudoClass("sounding");

    /** Lets a message be heard. */
    interface Voice {
        /** Begins it, or stops it. */
        void toggle();

        /** Plays it from a place on, 0 for its beginning to 1 for its end. */
        void from(double fraction);
    }

    private final Texts texts;
    private final int position;
    private final Label words;
    private final String listenText;
    private @Nullable Button listen;
    /** The width that was asked for last, and how high it is then: a long transcript asks each of its messages many times. */
    private double askedWidth = Double.NaN;
    private double heightThen;

    /**
     * Shows a message.
     *
     * @param partner     the partner's name
     * @param rightToLeft whether the language is written so
     * @param voice       lets it be heard; empty where there is no recording
     */
    SaidBox(StoredMessage said, String partner, boolean rightToLeft, Optional<Voice> voice, Texts texts) {
        this.texts = texts;
        this.position = said.position();
        boolean user = said.message().role() == Role.USER;
        getStyleClass().addAll("said", user ? "by-user" : "by-partner");
        setAlignment(user ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        String above = above(said, user ? texts.of("review.you") : partner);
        listenText = user
                ? texts.of("review.listen.you", Lengths.clock(said.saidAt()))
                : texts.of("review.listen.partner", partner, Lengths.clock(said.saidAt()));
        words = Controls.text(said.words(), "words");
        if (rightToLeft) {
            words.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        HBox top = new HBox(4, Controls.text(above, Styles.TEXT_MUTED, "above"));
        top.setAlignment(user ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        voice.ifPresent(heard -> {
            top.getChildren().add(user ? 0 : 1, listenButton(heard));
            listenByWord(heard);
        });
        VBox box = new VBox(4, top, words);
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

    private Button listenButton(Voice voice) {
        Button button = Controls.iconButton(listenText, Feather.PLAY, voice::toggle);
        button.setId("listen-" + position);
        button.getStyleClass().add("listen");
        listen = button;
        return button;
    }

    /** A click on a word plays from there on: its place in the text is about its place in time. */
    private void listenByWord(Voice voice) {
        getStyleClass().add("playable");
        words.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && words.lookup(".text") instanceof Text text) {
                int letter = text.hitTest(text.sceneToLocal(event.getSceneX(), event.getSceneY())).getCharIndex();
                voice.from((double) letter / Math.max(1, words.getText().length()));
            }
        });
    }

    /** Whether it sounds. */
    void showSounding(boolean sounding) {
        pseudoClassStateChanged(SOUNDING, sounding);
        if (listen != null) {
            listen.setGraphic(Controls.icon(sounding ? Feather.SQUARE : Feather.PLAY));
            Controls.explain(listen, sounding ? texts.of("review.listen.stop") : listenText);
        }
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
