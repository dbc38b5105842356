package org.vivavoce.ui.home;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Places cards side by side, as many as the width takes, all of one row equally high. JavaFX thread. */
final class CardGrid extends Pane {

    private static final double GAP = 24;
    private static final double LEAST_WIDTH = 260;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        int fit = (int) ((width + GAP) / (LEAST_WIDTH + GAP));
        return Math.clamp(fit, 1, Math.max(1, getManagedChildren().size()));
    }

    private double cardWidth(double width) {
        int columns = columns(width);
        return Math.floor((width - (columns - 1) * GAP) / columns);
    }

    private double rowHeight(int first, int columns, double cardWidth) {
        double height = 0;
        for (int i = first; i < Math.min(first + columns, getManagedChildren().size()); i++) {
            height = Math.max(height, getManagedChildren().get(i).prefHeight(cardWidth));
        }
        return Math.ceil(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 3 * LEAST_WIDTH + 2 * GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double available = width > 0 ? width : computePrefWidth(-1);
        int columns = columns(available);
        double height = 0;
        for (int first = 0; first < getManagedChildren().size(); first += columns) {
            height += rowHeight(first, columns, cardWidth(available)) + (first > 0 ? GAP : 0);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double cardWidth = cardWidth(getWidth());
        double y = 0;
        for (int first = 0; first < getManagedChildren().size(); first += columns) {
            double height = rowHeight(first, columns, cardWidth);
            for (int i = first; i < Math.min(first + columns, getManagedChildren().size()); i++) {
                Node card = getManagedChildren().get(i);
                card.resizeRelocate((i - first) * (cardWidth + GAP), y, cardWidth, height);
            }
            y += height + GAP;
        }
    }
}
