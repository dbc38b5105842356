package org.vivavoce.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A bar that shows how loud something is, from −60 to 0 dBFS. Only the bar's end is drawn anew. JavaFX thread. */
public final class LevelMeter extends Region {

    private static final double QUIETEST_DBFS = -60;

    private final Region bar = new Region();
    private double share;

    /** Silence. */
    public LevelMeter(String accessibleName) {
        getStyleClass().add("level-meter");
        bar.getStyleClass().add("bar");
        bar.setManaged(false);
        getChildren().add(bar);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(accessibleName);
    }

    /** Shows a level, −100 to 0 dBFS. */
    public void show(double dbfs) {
        double now = Math.clamp((dbfs - QUIETEST_DBFS) / -QUIETEST_DBFS, 0, 1);
        if (Math.abs(now - share) > 0.005) {
            share = now;
            layoutChildren();
        }
    }

    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
    }
}
