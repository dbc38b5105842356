package org.vivavoce.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.vivavoce.settings.Settings.SoundSettings;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.SoundCheck;

/** The settings of the devices, with a live level and a test sound. JavaFX thread. */
public final class SoundViewModel {

    /** What the level is before anything was heard, in dBFS. */
    private static final double SILENCE_DBFS = -100;

    private final ReadOnlyObjectWrapper<SoundCheck.Devices> devices = new ReadOnlyObjectWrapper<>(
            new SoundCheck.Devices(List.of(), List.of()));
    private final ReadOnlyDoubleWrapper level = new ReadOnlyDoubleWrapper(SILENCE_DBFS);
    private final ReadOnlyStringWrapper microphoneProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper loudspeakerProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final SettingsModel settings;
    private final SoundCheck sound;
    private final Executor background;
    private final Executor ui;
    private SoundCheck.@Nullable Check listening;
    private SoundCheck.@Nullable Check sounding;
    private int listens;
    private int plays;

    /** Listens to nothing yet. */
    public SoundViewModel(SettingsModel settings, SoundCheck sound, Executor background, Executor ui) {
        this.settings = settings;
        this.sound = sound;
        this.background = background;
        this.ui = ui;
    }

    /** The devices there are. */
    public ReadOnlyObjectProperty<SoundCheck.Devices> devicesProperty() {
        return devices.getReadOnlyProperty();
    }

    /** How loud it is at the microphone, −100 to 0 dBFS. */
    public ReadOnlyDoubleProperty levelProperty() {
        return level.getReadOnlyProperty();
    }

    /** What is wrong with the microphone; empty when all is well. */
    public ReadOnlyStringProperty microphoneProblemProperty() {
        return microphoneProblem.getReadOnlyProperty();
    }

    /** What is wrong with the loudspeaker; empty when all is well. */
    public ReadOnlyStringProperty loudspeakerProblemProperty() {
        return loudspeakerProblem.getReadOnlyProperty();
    }

    /** Whether the test sound is playing. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The chosen microphone; empty for the system's default. */
    public String microphone() {
        return settings.now().sound().microphone();
    }

    /** The chosen loudspeaker; empty for the system's default. */
    public String loudspeaker() {
        return settings.now().sound().loudspeaker();
    }

    /** Looks which devices there are now. */
    public void refreshDevices() {
        background.execute(() -> {
            SoundCheck.Devices now = sound.devices();
            ui.execute(() -> {
                boolean changed = !now.equals(devices.get());
                devices.set(now);
                if (changed && listening != null && !microphoneProblem.get().isEmpty()) {
                    listen(); // what was missing may have been plugged in
                }
            });
        });
    }

    /** Begins to listen. */
    public void listen() {
        stopListening();
        int mine = ++listens;
        microphoneProblem.set("");
        listening = sound.listen(microphone(), dbfs -> ui.execute(() -> {
            if (mine == listens) {
                level.set(dbfs);
            }
        }), problem -> ui.execute(() -> {
            if (mine == listens) {
                microphoneProblem.set(problem);
            }
        }));
    }

    /** Listens no longer, and is quiet. */
    public void stop() {
        stopListening();
        stopPlaying();
    }

    private void stopListening() {
        listens++;
        level.set(SILENCE_DBFS);
        if (listening != null) {
            listening.stop();
            listening = null;
        }
    }

    /** Uses a microphone from now on; empty for the system's default. */
    public void chooseMicrophone(String name) {
        if (!name.equals(microphone())) {
            settings.change(now -> now.withSound(new SoundSettings(name, now.sound().loudspeaker())));
            listen();
        }
    }

    /** Uses a loudspeaker from now on; empty for the system's default. */
    public void chooseLoudspeaker(String name) {
        if (!name.equals(loudspeaker())) {
            stopPlaying();
            settings.change(now -> now.withSound(new SoundSettings(now.sound().microphone(), name)));
        }
    }

    /** Plays the test sound, or stops it. */
    public void togglePlaying() {
        if (playing.get()) {
            stopPlaying();
            return;
        }
        int mine = ++plays;
        playing.set(true);
        loudspeakerProblem.set("");
        sounding = sound.playTestSound(loudspeaker(), problem -> ui.execute(() -> played(mine, problem)));
    }

    private void played(int which, Optional<String> problem) {
        if (which == plays) {
            playing.set(false);
            loudspeakerProblem.set(problem.orElse(""));
        }
    }

    private void stopPlaying() {
        plays++;
        playing.set(false);
        if (sounding != null) {
            sounding.stop();
            sounding = null;
        }
    }
}
