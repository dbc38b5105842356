package org.vivavoce.app;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ui.MainWindow;
import org.vivavoce.ui.common.Archive;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.UiThread;

/** Opens the window and waits until it is closed. Called on the main thread. */
public final class Window {

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final String NO_DISPLAY = "There is no display for the window: the conversation goes on in the terminal.";

    private Window() {}

    /**
     * Shows the window until the user closes it.
     *
     * @return why there is none, one sentence for the user; empty when there was one
     */
    public static Optional<String> show(VivaVoce program) {
        if (!mayHaveDisplay()) {
            return Optional.of(NO_DISPLAY);
        }
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                Stage stage = new Stage();
                stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> closed.countDown());
                new MainWindow(stage, programFor(program), new UiThread(), System::nanoTime).show();
            });
        } catch (RuntimeException | LinkageError e) { // the toolkit's libraries are missing, or the display refuses
            LOG.warn("No window: {}", e.getClass().getName());
            return Optional.of(NO_DISPLAY);
        }
        AppThreads.atShutdown("window-end", () -> {
        });
        program.warmUp();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return Optional.empty();
    }

    /** On Linux the toolkit ends the process's hope of a window late and loudly when no display is named; ask before. */
    private static boolean mayHaveDisplay() {
        boolean linux = SystemProperty.of("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !linux || headless || (display != null && !display.isBlank());
    }

    private static Program programFor(VivaVoce program) {
        Foundation foundation = program.foundation();
        ConversationMaker conversations = program.conversations();
        Archive archive = new LiveArchive(foundation.kept().store(), foundation.folder().recordings(),
                Clock.system(ZoneId.systemDefault()),
                new LiveSoundArchive(foundation.kept().store(), foundation.folder().recordings(),
                        conversations.soundSystem(), () -> foundation.settings().sound().loudspeaker(),
                        program.threads()),
                new LiveBackups(foundation.folder(), foundation.kept().store(), Clock.system(ZoneId.systemDefault())));
        return new Program(new Program.Practice(foundation.modes().modes(), foundation.languages().languages()),
                new Program.Start(foundation.settings(), foundation.firstStart(), foundation.folder().path(),
                        foundation.problems(),
                        foundation::change, foundation.learned()),
                new Program.Services(foundation.presets(), foundation.keys(), new LiveServiceTester(program),
                        new LiveModelEnds(program.calendar(), foundation.keys(), program.threads().background()),
                        foundation.spent()),
                new LiveConversations(foundation, conversations, archive),
                new LiveSoundCheck(conversations.soundSystem(), program.threads()), archive,
                program.threads().background());
    }
}
