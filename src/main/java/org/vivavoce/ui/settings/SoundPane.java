package org.vivavoce.ui.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.LevelMeter;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.Ticks;

/** The settings of the devices. Listens while it is open, and looks for plugged devices every two seconds. JavaFX thread. */
final class SoundPane extends VBox {

    private final SoundViewModel sound;
    private final Texts texts;
    private final Ticks looking;

    SoundPane(SoundViewModel sound, Texts texts) {
        this.sound = sound;
        this.texts = texts;
        getStyleClass().add("pane");
        ComboBox<String> microphones = devices("microphone", texts.of("settings.microphone"), sound::chooseMicrophone);
        ComboBox<String> loudspeakers = devices("loudspeaker", texts.of("settings.loudspeaker"),
                sound::chooseLoudspeaker);
        sound.devicesProperty().subscribe(now -> {
            offer(microphones, now.microphones(), sound.microphone());
            offer(loudspeakers, now.loudspeakers(), sound.loudspeaker());
        });
        getChildren().addAll(
                new Section(texts.of("settings.microphone"), microphones, level(), problem(true)),
                new Section(texts.of("settings.loudspeaker"), loudspeakers, testSound(), problem(false)));
        looking = new Ticks(Duration.ofSeconds(2), sound::refreshDevices);
    }

    /** The pane is shown. */
    void open() {
        sound.refreshDevices();
        sound.listen();
        looking.start();
    }

    /** The pane is left. */
    void close() {
        looking.stop();
        sound.stop();
    }

    private ComboBox<String> devices(String id, String name, Consumer<String> choose) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String device) {
                return device == null || device.isEmpty() ? texts.of("settings.device.default") : device;
            }

            @Override
            public String fromString(String text) {
                return text; // the box is not editable
            }
        });
        box.setOnAction(event -> {
            if (box.getValue() != null && box.isFocused()) {
                choose.accept(box.getValue());
            }
        });
        return box;
    }

    /** The default first; a chosen device that is not plugged in stays in the list. */
    private static void offer(ComboBox<String> box, List<String> names, String chosen) {
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(names);
        if (!all.contains(chosen)) {
            all.add(chosen);
        }
        if (!all.equals(box.getItems())) {
            box.getItems().setAll(all);
        }
        box.setValue(chosen);
    }

    private Node level() {
        LevelMeter meter = new LevelMeter(texts.of("settings.level"));
        HBox.setHgrow(meter, Priority.ALWAYS);
        Label number = new Label();
        number.getStyleClass().add("level-number");
        sound.levelProperty().subscribe(dbfs -> {
            meter.show(dbfs.doubleValue());
            number.setText(dbfs.doubleValue() <= -99
                    ? texts.of("settings.level.silence")
                    : texts.of("settings.level.dbfs",
                            String.format(Locale.ROOT, "%.0f", dbfs.doubleValue()).replace('-', '−')));
        });
        HBox row = new HBox(meter, number);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        VBox group = new VBox(row, Section.hint(texts.of("settings.level.hint")));
        group.getStyleClass().add("group");
        return group;
    }

    private Node testSound() {
        Button button = Controls.button("", Feather.VOLUME_2, sound::togglePlaying);
        button.setId("test-sound");
        sound.playingProperty().subscribe(playing -> {
            button.setText(playing ? texts.of("settings.test-sound.stop") : texts.of("settings.test-sound"));
            button.setGraphic(Controls.icon(playing ? Feather.SQUARE : Feather.VOLUME_2));
        });
        return button;
    }

    private Node problem(boolean microphone) {
        Label message = Section.message();
        message.getStyleClass().add("wrong");
        (microphone ? sound.microphoneProblemProperty() : sound.loudspeakerProblemProperty())
                .subscribe(message::setText);
        return message;
    }
}
