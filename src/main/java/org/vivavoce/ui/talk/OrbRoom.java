package org.vivavoce.ui.talk;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/**
 * The room for the picture of the state and, while they are shown, the diagnostics at its right. The picture keeps to the middle of the
 * window as long as it stays large enough there, and beyond that gives way to the left: it can always be seen. JavaFX thread.
 */
final class OrbRoom extends Region {

    private static final double GAP = 16;
    /** Below this width the middle is too narrow, and the picture takes all that the diagnostics leave. */
    private static final double LEAST_WIDTH_IN_THE_MIDDLE = 240;

    private final Orb orb;
    private final Region diagnostics;

    /** @param diagnostics takes its room only while it is visible */
    OrbRoom(Orb orb, Region diagnostics) {
        this.orb = orb;
        this.diagnostics = diagnostics;
        getChildren().addAll(orb, diagnostics);
    }

    @Override
    protected void layoutChildren() {
        if (!diagnostics.isVisible()) {
            layoutInArea(orb, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
            return;
        }
        double width = Math.min(diagnostics.prefWidth(-1), getWidth() - orb.minWidth(-1) - GAP);
        double height = Math.min(diagnostics.prefHeight(width), getHeight());
        diagnostics.resizeRelocate(snapPositionX(getWidth() - width), snapPositionY((getHeight() - height) / 2),
                snapSizeX(width), snapSizeY(height));
        double beside = width + GAP;
        double inTheMiddle = getWidth() - 2 * beside;
        boolean middle = inTheMiddle >= LEAST_WIDTH_IN_THE_MIDDLE;
        layoutInArea(orb, middle ? beside : 0, 0, middle ? inTheMiddle : getWidth() - beside, getHeight(), 0,
                HPos.CENTER, VPos.CENTER);
    }

    @Override
    protected double computePrefWidth(double height) {
        return orb.prefWidth(-1) + (diagnostics.isVisible() ? GAP + diagnostics.prefWidth(-1) : 0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(orb.prefHeight(-1), diagnostics.isVisible() ? diagnostics.prefHeight(-1) : 0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return orb.minWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return orb.minHeight(-1);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Math.max(orb.maxHeight(-1), computePrefHeight(width));
    }
}
