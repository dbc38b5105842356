package org.vivavoce.ui.common;

import java.text.Bidi;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A text that wraps. Where it holds letters that are written from right to left, it is broken into lines here: JavaFX 26 throws an
 * ArrayIndexOutOfBoundsException in {@code PrismTextLayout.computeTrailingSpaceWidth} wherever it has to break a run of such letters.
 * JavaFX thread.
 */
final class WrappedText extends Label {

    WrappedText(String text) {
        super(text);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private static boolean isCritical(String text) {
        char[] letters = text.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new CarefulSkin(this);
    }

    /** Shows critical text, without a picture beside it, and leaves all other to the usual skin. */
    private static final class CarefulSkin extends LabelSkin {
        private final Text lines = new Text();
        private final Text ruler = new Text();

        CarefulSkin(WrappedText label) {
            super(label);
            ruler.fontProperty().bind(label.fontProperty());
            lines.fontProperty().bind(label.fontProperty());
            lines.fillProperty().bind(label.textFillProperty());
            lines.lineSpacingProperty().bind(label.lineSpacingProperty());
            lines.textAlignmentProperty().bind(label.textAlignmentProperty());
            lines.getStyleClass().add("text");
            lines.setManaged(false);
            updateChildren();
        }

        private String text() {
            String text = getSkinnable().getText();
            return text == null ? "" : text;
        }

        @Override
        protected void updateChildren() {
            super.updateChildren();
            if (lines != null && isCritical(text())) { // the usual skin asks for them before there are any
                getChildren().setAll(lines);
            }
        }

        private double widthOf(String line) {
            ruler.setText(line);
            return ruler.getLayoutBounds().getWidth();
        }

        private String broken(double width) {
            return LineBreaks.into(text(), width, this::widthOf);
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            return isCritical(text())
                    ? left + snapSizeX(widthOf(text())) + right
                    : super.computePrefWidth(height, top, right, bottom, left);
        }

        @Override
        protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
            if (!isCritical(text())) {
                return super.computePrefHeight(width, top, right, bottom, left);
            }
            double room = width < 0 ? Double.MAX_VALUE : width - left - right;
            lines.setText(broken(room));
            return top + snapSizeY(lines.getLayoutBounds().getHeight()) + bottom;
        }

        @Override
        protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
            return isCritical(text()) ? left + right : super.computeMinWidth(height, top, right, bottom, left);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            if (isCritical(text())) {
                lines.setText(broken(width));
                layoutInArea(lines, x, y, width, height, 0, getSkinnable().getAlignment().getHpos(),
                        getSkinnable().getAlignment().getVpos());
            } else {
                super.layoutChildren(x, y, width, height);
            }
        }
    }
}
