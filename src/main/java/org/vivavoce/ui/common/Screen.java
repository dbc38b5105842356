package org.vivavoce.ui.common;

import javafx.scene.Node;
import javafx.scene.Parent;

/** A screen of the window. JavaFX thread. */
public interface Screen {

    /** What is shown. */
    Parent root();

    /** What has the focus when the screen appears. */
    Node firstFocus();

    /** The screen is left: it stops what it has begun and lets go of what outlives it. */
    void close();
}
