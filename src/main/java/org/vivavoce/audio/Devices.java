package org.vivavoce.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the devices of one direction by their names and opens lines of them. Thread-safe: it keeps nothing and asks javax.sound anew at
 * each call.
 *
 * <p>The JDK looks for devices again at each call but takes notice only when their number has changed; one device plugged in for
 * another between two calls goes unseen.
 */
final class Devices<L extends DataLine> {

    /** Opens a line with a format and a buffer's length in bytes. */
    @FunctionalInterface
    interface Opener<L> {
        void open(L line, DeviceFormat format, int bufferBytes) throws LineUnavailableException;
    }

    /**
     * A line that is open, and how.
     *
     * @param line   not started
     * @param format what it takes or delivers
     */
    record Opened<L>(L line, DeviceFormat format) {}

    private final Class<L> kind;
    private final String noun;
    private final int wantedRate;
    private final int bufferMs;
    private final Opener<L> opener;

    /**
     * @param kind       the direction
     * @param noun       what a device is called in a sentence: "microphone" or "loudspeaker"
     * @param wantedRate samples a second to ask for first
     * @param bufferMs   length of the buffer to ask for, milliseconds
     */
    Devices(Class<L> kind, String noun, int wantedRate, int bufferMs, Opener<L> opener) {
        this.kind = kind;
        this.noun = noun;
        this.wantedRate = wantedRate;
        this.bufferMs = bufferMs;
        this.opener = opener;
    }

    /** A device's name in a sentence. */
    static String spoken(String name) {
        return name.isEmpty() ? "of the system" : "\"" + name + "\"";
    }

    /** The names there are now; ports (volume knobs) are not among them. */
    List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (hasLines(info)) {
                names.add(info.getName());
            }
        }
        return List.copyOf(names);
    }

    /** Opens a device in the first format it takes. */
    Opened<L> open(String name) throws AudioDeviceException {
        Mixer.@Nullable Info device = null;
        if (!name.equals(SoundSystem.DEFAULT_DEVICE)) {
            device = Arrays.stream(AudioSystem.getMixerInfo())
                    .filter(info -> info.getName().equals(name) && hasLines(info)).findFirst()
                    .orElseThrow(() -> new AudioDeviceException("The " + noun + " " + spoken(name)
                            + " is not connected: plug it in, or choose another in the settings.", null));
        } else if (names().isEmpty()) {
            throw new AudioDeviceException(
                    "This computer has no " + noun + ": plug one in, or check the system's sound settings.", null);
        }
        List<Exception> refusals = new ArrayList<>();
        for (DeviceFormat format : DeviceFormat.candidates(wantedRate)) {
            @Nullable
            L line = null;
            try {
                line = line(device, format);
                opener.open(line, format, format.bytesOf(bufferMs));
                return new Opened<>(line, format);
            } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException e) {
                // IllegalArgumentException: the format is unknown to every device, or the last device has just gone
                refusals.add(e);
                if (line != null) {
                    line.close();
                }
            } catch (SecurityException e) {
                throw new AudioDeviceException("This program may not use the " + noun + " " + spoken(name)
                        + ": allow it in the system's privacy settings.", e);
            }
        }
        throw new AudioDeviceException("The " + noun + " " + spoken(name)
                + " cannot be opened: end other programs that use it, or choose another in the settings.",
                refusals.getFirst());
    }

    private L line(Mixer.@Nullable Info device, DeviceFormat format) throws LineUnavailableException {
        DataLine.Info wanted = new DataLine.Info(kind, format.audioFormat());
        Line line = device == null ? AudioSystem.getLine(wanted) : AudioSystem.getMixer(device).getLine(wanted);
        return kind.cast(line);
    }

    private boolean hasLines(Mixer.Info info) {
        try {
            return AudioSystem.getMixer(info).isLineSupported(new Line.Info(kind));
        } catch (IllegalArgumentException | SecurityException e) {
            return false; // it has gone since it was listed, or must not be used
        }
    }
}
