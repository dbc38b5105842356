package org.vivavoce.ui.common;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * The way from every other thread to the JavaFX thread, and the only one. What is handed over runs later, in the order of the calls;
 * on the JavaFX thread itself it runs at once.
 */
public final class UiThread implements Executor {

    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
