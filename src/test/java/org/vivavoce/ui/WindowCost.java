package org.vivavoce.ui;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.turn.TurnState;
import org.vivavoce.ui.common.UiThread;

/**
 * Measures what the window costs in each state: the share of one core over some seconds, with 20 levels a second. Run by hand with
 * {@code -Dprism.order=sw}, on a screen or on {@code -Dglass.platform=Headless}; the argument is the number of seconds for each state.
 */
public final class WindowCost {

    private WindowCost() {}

    public static void main(String[] args) throws InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        ScriptedProgram program = new ScriptedProgram();
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setWidth(1280);
            stage.setHeight(800);
            new MainWindow(stage, program.program(), new UiThread(), System::nanoTime).show();
            ((ButtonBase) stage.getScene().lookup("#start-interview")).fire();
            shown.countDown();
        });
        shown.await();
        ScheduledExecutorService levels = Executors.newSingleThreadScheduledExecutor();
        AtomicReference<TurnState> state = new AtomicReference<>(TurnState.LISTENING);
        double[] time = {0};
        ScheduledFuture<?> told = levels.scheduleAtFixedRate(() -> {
            time[0] += 0.05;
            double voice = -30 + 15 * Math.sin(9 * time[0]) + 4 * Math.sin(31 * time[0]);
            double noise = -62 + 3 * Math.sin(17 * time[0]);
            program.conversation().tell(new ConversationEvent.Levels(state.get() == TurnState.HEARING ? voice : noise,
                    state.get() == TurnState.SPEAKING ? voice : -100));
        }, 0, 50, TimeUnit.MILLISECONDS);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (TurnState each : TurnState.values()) {
            state.set(each);
            program.conversation().tell(new ConversationEvent.StateChanged(each));
            TimeUnit.SECONDS.sleep(4);
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            double share = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - wall);
            System.out.printf("%-9s %4.1f %% of a core%n", each, 100 * share);
        }
        told.cancel(true);
        System.exit(0);
    }
}
