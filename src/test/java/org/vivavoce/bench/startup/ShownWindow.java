package org.vivavoce.bench.startup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.vivavoce.app.VivaVoce;

/** The program with its window, which says when it is laid out for the first time and then closes. The argument is the data folder. */
public final class ShownWindow {

    /** Stands before the milliseconds of processor time that it took. */
    static final String SHOWN = "shown ";

    private ShownWindow() {}

    public static void main(String[] args) {
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(ShownWindow::sayWhenLaidOut);
            }
        });
        try (VivaVoce program = new VivaVoce(Optional.of(Path.of(args[0])))) {
            org.vivavoce.app.Window.show(program).ifPresent(System.err::println);
        }
        System.exit(0);
    }

    private static void sayWhenLaidOut(Window window) {
        Scene scene = window.getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    System.out.println(SHOWN
                            + ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
                    Platform.runLater(window::hide);
                }
            });
        }
    }
}
