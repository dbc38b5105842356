package org.vivavoce.ui.talk;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One large picture of the state: two circles and a sign. Colour and sign tell the state, and the outer circle moves with the voice. It is
 * drawn anew only when the outer circle grows or shrinks by a pixel: with software rendering each frame costs the copy of a window.
 * JavaFX thread.
 */
final class Orb extends Region {

    /** The outer circle at rest and at its largest, and the inner one, as shares of the room. */
    private static final double OUTER_AT_REST = 0.70;
    private static final double OUTER_AT_MOST = 0.98;
    private static final double INNER = 0.56;
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final double SMALLEST_STEP_PIXELS = 1;

    private final Circle outer = new Circle();
    private final Circle inner = new Circle();
    private final FontIcon sign = new FontIcon(Feather.MIC);
    private double pulse;
    private boolean motion = true;

    Orb() {
        getStyleClass().add("orb");
        outer.getStyleClass().add("outer");
        inner.getStyleClass().add("inner");
        sign.getStyleClass().add("sign");
        outer.setManaged(false);
        inner.setManaged(false);
        sign.setManaged(false);
        getChildren().addAll(outer, inner, sign);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
    }

    void show(TalkState state, boolean muted) {
        for (TalkState each : TalkState.values()) {
            pseudoClassStateChanged(pseudoClass(each), each == state);
        }
        pseudoClassStateChanged(MUTED, muted && (state == TalkState.LISTENING || state == TalkState.HEARING));
        sign.setIconCode(switch (state) {
            case STARTING, THINKING -> Feather.MORE_HORIZONTAL;
            case LISTENING, HEARING -> muted ? Feather.MIC_OFF : Feather.MIC;
            case SPEAKING -> Feather.VOLUME_2;
            case PAUSED -> Feather.PAUSE;
            case ENDED -> Feather.CHECK;
        });
        requestLayout();
    }

    private static PseudoClass pseudoClass(TalkState state) {
        return PseudoClass.getPseudoClass(state.name().toLowerCase(java.util.Locale.ROOT));
    }

    void setMotion(boolean on) {
        motion = on;
        resize();
    }

    /** Takes a size from 0 to 1. */
    void pulse(double now) {
        pulse = now;
        double wanted = outerRadius();
        if (Math.abs(wanted - outer.getRadius()) >= SMALLEST_STEP_PIXELS) {
            outer.setRadius(wanted);
        }
    }

    private double room() {
        return Math.min(getWidth(), getHeight()) / 2;
    }

    private double outerRadius() {
        return room() * (OUTER_AT_REST + (motion ? pulse : 0) * (OUTER_AT_MOST - OUTER_AT_REST));
    }

    private void resize() {
        outer.setRadius(outerRadius());
        inner.setRadius(room() * INNER);
    }

    @Override
    protected void layoutChildren() {
        double x = getWidth() / 2;
        double y = getHeight() / 2;
        resize();
        outer.setCenterX(x);
        outer.setCenterY(y);
        inner.setCenterX(x);
        inner.setCenterY(y);
        // A style, because the theme's style sheet would overrule the property.
        sign.setStyle("-fx-icon-size: " + Math.round(Math.max(24, room() * 0.36)) + "px;");
        sign.applyCss();
        sign.autosize();
        sign.relocate(x - sign.getLayoutBounds().getWidth() / 2, y - sign.getLayoutBounds().getHeight() / 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 420;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 140; // it grows into the room that words leave
    }

    @Override
    protected double computeMinWidth(double height) {
        return 96;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 96;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return 420;
    }
}
