package org.vivavoce.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.ui.common.SoundCheck;

/** Tries the devices for the window, each try on a thread of its own. Thread-safe. */
final class LiveSoundCheck implements SoundCheck {

    private final SoundSystem devices;
    private final AppThreads threads;

    LiveSoundCheck(SoundSystem devices, AppThreads threads) {
        this.devices = devices;
        this.threads = threads;
    }

    @Override
    public Devices devices() {
        return new Devices(devices.microphones(), devices.loudspeakers());
    }

    @Override
    public Check listen(String microphone, DoubleConsumer dbfs, Consumer<String> problem) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        threads.start("sound-check", () -> {
            try {
                new SoundTrial(devices).listen(microphone, wanted::get, dbfs);
            } catch (AudioDeviceException e) {
                if (wanted.get()) {
                    problem.accept(e.sentence());
                }
            }
        });
        return () -> wanted.set(false);
    }

    @Override
    public Check playTestSound(String loudspeaker, Consumer<Optional<String>> end) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        threads.start("test-sound", () -> {
            try {
                new SoundTrial(devices).chime(loudspeaker, wanted::get);
                end.accept(Optional.empty());
            } catch (AudioDeviceException e) {
                end.accept(Optional.of(e.sentence()));
            }
        });
        return () -> wanted.set(false);
    }
}
