package org.vivavoce.app;

import java.util.List;
import java.util.function.Supplier;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Microphone;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.settings.Settings.SoundSettings;

/**
 * Devices that follow the settings: whoever chooses another microphone or loudspeaker in mid-conversation goes on with it, without a new
 * start. The names that callers give count for nothing. Thread-safe as the devices behind it.
 */
final class FollowingSoundSystem implements SoundSystem {

    private final SoundSystem devices;
    private final Supplier<SoundSettings> settings;

    FollowingSoundSystem(SoundSystem devices, Supplier<SoundSettings> settings) {
        this.devices = devices;
        this.settings = settings;
    }

    @Override
    public List<String> microphones() {
        return devices.microphones();
    }

    @Override
    public List<String> loudspeakers() {
        return devices.loudspeakers();
    }

    @Override
    public Microphone openMicrophone(String device) throws AudioDeviceException {
        String name = settings.get().microphone();
        return new FollowingMicrophone(name, devices.openMicrophone(name));
    }

    @Override
    public Loudspeaker openLoudspeaker(String device) throws AudioDeviceException {
        String name = settings.get().loudspeaker();
        return new FollowingLoudspeaker(name, devices.openLoudspeaker(name));
    }

    /** Changes the device between two frames, on the {@code capture} thread. */
    private final class FollowingMicrophone implements Microphone {
        private String name;
        private volatile Microphone open;
        private volatile boolean closed;

        private FollowingMicrophone(String name, Microphone open) {
            this.name = name;
            this.open = open;
        }

        @Override
        public boolean read(short[] frame) throws AudioDeviceException {
            String wanted = settings.get().microphone();
            if (!wanted.equals(name)) {
                open.close();
                open = devices.openMicrophone(wanted);
                name = wanted;
                if (closed) {
                    open.close();
                }
            }
            return open.read(frame);
        }

        @Override
        public String deviceName() {
            return open.deviceName();
        }

        @Override
        public long overruns() {
            return open.overruns();
        }

        @Override
        public void close() {
            closed = true;
            open.close();
        }
    }

    /** Changes the device between two writes, on the {@code playback} thread. */
    private final class FollowingLoudspeaker implements Loudspeaker {
        private String name;
        private volatile Loudspeaker open;
        private volatile long playedBefore; // written by the playback thread

        private FollowingLoudspeaker(String name, Loudspeaker open) {
            this.name = name;
            this.open = open;
        }

        @Override
        public void write(short[] samples, int offset, int length) throws AudioDeviceException {
            String wanted = settings.get().loudspeaker();
            if (!wanted.equals(name)) {
                Loudspeaker next = devices.openLoudspeaker(wanted);
                Loudspeaker before = open;
                before.drain();
                playedBefore = playedSamples();
                open = next;
                name = wanted;
                before.close();
            }
            open.write(samples, offset, length);
        }

        @Override
        public void holdMore() {
            open.holdMore();
        }

        @Override
        public void silence() {
            open.silence();
        }

        @Override
        public void drain() {
            open.drain();
        }

        @Override
        public long playedSamples() {
            return playedBefore + open.playedSamples();
        }

        @Override
        public String deviceName() {
            return open.deviceName();
        }

        @Override
        public void close() {
            open.close();
        }
    }
}
