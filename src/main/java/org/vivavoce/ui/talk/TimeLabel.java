package org.vivavoce.ui.talk;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.session.ConversationEvent.TimeLeft;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Lengths;
import org.vivavoce.ui.common.Texts;

/** The time that is left for an answer; takes no room while none runs. JavaFX thread. */
final class TimeLabel extends Label {

    private final Texts texts;
    private final Tooltip tooltip = new Tooltip();

    TimeLabel(ReadOnlyObjectProperty<Optional<TimeLeft>> time, Texts texts) {
        this.texts = texts;
        setId("time-left");
        getStyleClass().add("time-left");
        setGraphic(Controls.icon(Feather.WATCH));
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        managedProperty().bind(visibleProperty());
        time.subscribe(this::show);
    }

    private void show(Optional<TimeLeft> time) {
        setVisible(time.isPresent());
        time.ifPresent(running -> {
            Duration left = running.left();
            setText(Lengths.clock(left));
            String said = running.what().isEmpty()
                    ? texts.of("talk.time-left", left.toSeconds())
                    : texts.of("talk.time-left.what", left.toSeconds(), running.what());
            setAccessibleText(said);
            tooltip.setText(said);
        });
    }
}
