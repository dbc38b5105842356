package org.vivavoce.app;

import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.LevelMeter;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Microphone;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundSystem;

/** Tries microphone and loudspeaker outside of a conversation. Blocking; called on background threads. */
public final class SoundTrial {

    private static final int FRAMES_A_LEVEL = 5;
    private static final int RECORDED_SECONDS = 2;
    private static final double[] CHIME_HZ = {523.25, 659.25, 783.99}; // C5, E5, G5
    private static final double NOTE_SECONDS = 0.22;
    private static final double LOUDNESS = 0.25; // −12 dBFS peak: audible, never startling

    private final SoundSystem devices;

    public SoundTrial(SoundSystem devices) {
        this.devices = devices;
    }

    /**
     * Listens for as long as it is wanted.
     *
     * @param microphone a name as {@link SoundSystem} takes it
     * @param goOn       asked before each frame
     * @param dbfs       is told the level 20 times a second
     */
    public void listen(String microphone, BooleanSupplier goOn, DoubleConsumer dbfs) throws AudioDeviceException {
        listen(microphone, goOn, dbfs, frame -> {
        });
    }

    /**
     * Records two seconds.
     *
     * @param microphone a name as {@link SoundSystem} takes it
     * @param goOn       asked before each frame
     * @param dbfs       is told the level 20 times a second
     * @return the samples, {@link Sound#CAPTURE_RATE} a second; fewer where it was given up or the device ended
     */
    public short[] record(String microphone, BooleanSupplier goOn, DoubleConsumer dbfs) throws AudioDeviceException {
        ShortBuffer recorded = ShortBuffer.allocate(RECORDED_SECONDS * Sound.CAPTURE_RATE);
        listen(microphone, () -> recorded.hasRemaining() && goOn.getAsBoolean(), dbfs, recorded::put);
        return Arrays.copyOf(recorded.array(), recorded.position());
    }

    private void listen(String microphone, BooleanSupplier goOn, DoubleConsumer dbfs, Consumer<short[]> sound)
            throws AudioDeviceException {
        LevelMeter meter = new LevelMeter();
        short[] frame = new short[Sound.CAPTURE_FRAME];
        try (Microphone open = devices.openMicrophone(microphone)) {
            double loudest = -100;
            for (int frames = 1; goOn.getAsBoolean() && open.read(frame); frames++) {
                sound.accept(frame);
                loudest = Math.max(loudest, meter.measure(frame).dbfs());
                if (frames % FRAMES_A_LEVEL == 0) {
                    dbfs.accept(loudest);
                    loudest = -100;
                }
            }
        }
    }

    /** Plays three notes. */
    public void chime(String loudspeaker, BooleanSupplier goOn) throws AudioDeviceException {
        try (Loudspeaker open = devices.openLoudspeaker(loudspeaker)) {
            for (double hertz : CHIME_HZ) {
                if (goOn.getAsBoolean()) {
                    short[] note = note(hertz);
                    open.write(note, 0, note.length);
                }
            }
            open.drain();
        }
    }

    private static short[] note(double hertz) {
        short[] samples = new short[(int) (NOTE_SECONDS * Sound.PLAYBACK_RATE)];
        for (int i = 0; i < samples.length; i++) {
            double fade = Math.sin(Math.PI * i / samples.length); // no click at either end
            samples[i] = (short) (Short.MAX_VALUE * LOUDNESS * fade
                    * Math.sin(2 * Math.PI * hertz * i / Sound.PLAYBACK_RATE));
        }
        return samples;
    }
}
