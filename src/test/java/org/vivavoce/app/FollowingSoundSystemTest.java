package org.vivavoce.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Microphone;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.settings.Settings.SoundSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FollowingSoundSystemTest {

    private final AtomicReference<SoundSettings> settings = new AtomicReference<>(new SoundSettings("desk", "desk"));
    private final List<String> happened = new ArrayList<>();
    private final SoundSystem following = new FollowingSoundSystem(new ScriptedDevices(), settings::get);

    @Test
    void theMicrophoneChangesBetweenTwoFramesWhenTheUserChoosesAnother() throws AudioDeviceException {
        try (Microphone microphone = following.openMicrophone("whatever")) {
            assertTrue(microphone.read(new short[Sound.CAPTURE_FRAME]));
            settings.set(new SoundSettings("headset", "desk"));
            assertTrue(microphone.read(new short[Sound.CAPTURE_FRAME]));
            assertEquals("headset", microphone.deviceName());
        }
        assertEquals(List.of("open mic desk", "close mic desk", "open mic headset", "close mic headset"), happened);
    }

    @Test
    void theLoudspeakerChangesBetweenTwoWritesAndGoesOnCounting() throws AudioDeviceException {
        try (Loudspeaker loudspeaker = following.openLoudspeaker("whatever")) {
            loudspeaker.write(new short[240], 0, 240);
            settings.set(new SoundSettings("desk", "headset"));
            loudspeaker.write(new short[100], 0, 100);
            assertEquals(340, loudspeaker.playedSamples());
        }
        assertEquals(
                List.of("open speaker desk", "open speaker headset", "close speaker desk", "close speaker headset"),
                happened);
    }

    @Test
    void aChosenDeviceThatIsMissingIsTold() throws AudioDeviceException {
        try (Microphone microphone = following.openMicrophone("whatever")) {
            settings.set(new SoundSettings("missing", "desk"));
            assertThrows(AudioDeviceException.class, () -> microphone.read(new short[Sound.CAPTURE_FRAME]));
        }
    }

    /** Devices that open at once, hear silence and play in no time. */
    private final class ScriptedDevices implements SoundSystem {

        @Override
        public List<String> microphones() {
            return List.of("desk", "headset");
        }

        @Override
        public List<String> loudspeakers() {
            return List.of("desk", "headset");
        }

        @Override
        public Microphone openMicrophone(String device) throws AudioDeviceException {
            if (device.equals("missing")) {
                throw new AudioDeviceException("It is missing.", null);
            }
            happened.add("open mic " + device);
            return new Microphone() {
                @Override
                public boolean read(short[] frame) {
                    return true;
                }

                @Override
                public String deviceName() {
                    return device;
                }

                @Override
                public long overruns() {
                    return 0;
                }

                @Override
                public void close() {
                    happened.add("close mic " + device);
                }
            };
        }

        @Override
        public Loudspeaker openLoudspeaker(String device) {
            happened.add("open speaker " + device);
            return new Loudspeaker() {
                private long played;

                @Override
                public void write(short[] samples, int offset, int length) {
                    played += length;
                }

                @Override
                public void silence() {
                    // nothing is buffered
                }

                @Override
                public void drain() {
                    // nothing is buffered
                }

                @Override
                public long playedSamples() {
                    return played;
                }

                @Override
                public String deviceName() {
                    return device;
                }

                @Override
                public void close() {
                    happened.add("close speaker " + device);
                }
            };
        }
    }
}
