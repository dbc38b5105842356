package org.vivavoce.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/**
 * The sound devices javax.sound finds, and {@code .wav} files in their place. Thread-safe; asks the system anew at each call.
 */
public final class JavaSoundSystem implements SoundSystem {

    /**
     * Length of the microphone's buffer, milliseconds. Sound is taken out of it every 10 ms, so its length delays nothing; it is how
     * long the reader may be away (a garbage collection takes up to 20 ms) before sound is lost.
     */
    static final int MICROPHONE_BUFFER_MS = 100;

    /**
     * Length of the loudspeaker's buffer, milliseconds. What is written when it is full sounds this much later, and its echo comes this
     * much later; the first sound and {@code silence()} do not wait for it. At 60 a busy computer (load 4 a core) leaves gaps.
     */
    static final int LOUDSPEAKER_BUFFER_MS = 80;

    private final Pacer pacer;
    private final Devices<TargetDataLine> microphones = new Devices<>(TargetDataLine.class, "microphone",
            Sound.CAPTURE_RATE,
            MICROPHONE_BUFFER_MS, (line, format, bytes) -> line.open(format.audioFormat(), bytes));
    private final Devices<SourceDataLine> loudspeakers = new Devices<>(SourceDataLine.class, "loudspeaker",
            Sound.PLAYBACK_RATE,
            LOUDSPEAKER_BUFFER_MS, (line, format, bytes) -> line.open(format.audioFormat(), bytes));

    /** @param pacer the time by which devices are waited for and files are played */
    public JavaSoundSystem(Pacer pacer) {
        this.pacer = pacer;
    }

    @Override
    public List<String> microphones() {
        return microphones.names();
    }

    @Override
    public List<String> loudspeakers() {
        return loudspeakers.names();
    }

    @Override
    public Microphone openMicrophone(String device) throws AudioDeviceException {
        if (isFile(device)) {
            return WaveMicrophone.open(Path.of(device), pacer);
        }
        Devices.Opened<TargetDataLine> opened = microphones.open(device);
        return new LineMicrophone(opened.line(), opened.format(), device, pacer);
    }

    @Override
    public Loudspeaker openLoudspeaker(String device) throws AudioDeviceException {
        if (isFile(device)) {
            return WaveLoudspeaker.open(Path.of(device), pacer);
        }
        Devices.Opened<SourceDataLine> opened = loudspeakers.open(device);
        return new LineLoudspeaker(opened.line(), opened.format(), device, pacer);
    }

    private static boolean isFile(String device) {
        return device.toLowerCase(Locale.ROOT).endsWith(".wav");
    }
}
