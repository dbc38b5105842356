package org.vivavoce.audio;

/**
 * An open loudspeaker that takes samples at {@link Sound#PLAYBACK_RATE}. Written by the {@code playback} thread; {@link #silence()}
 * may come from any thread.
 */
public interface Loudspeaker extends AutoCloseable {

    /**
     * Sound that it holds at the least, milliseconds: a change of loudness is heard so much later, and what comes later than this after
     * the sound before was waited for. Enough where the computer has time.
     */
    int HELD_MS = 40;

    /**
     * Blocks until the samples are in the device's buffer (holding 40–100 ms). Returns early, dropping the rest, when
     * {@link #silence()} is called meanwhile.
     *
     * @throws AudioDeviceException when the device has gone
     */
    void write(short[] samples, int offset, int length) throws AudioDeviceException;

    /**
     * Holds more of what is written from now on: it ran out before more came. Does nothing where it holds as much as it can from the
     * start.
     */
    default void holdMore() {}

    /** Stops sounding at once and forgets what is buffered; what is written afterwards sounds again. */
    void silence();

    /** Blocks until all that was written has sounded, or {@link #silence()} is called. */
    void drain();

    /** Samples that have sounded since the opening (at {@link Sound#PLAYBACK_RATE}); silenced samples do not count. */
    long playedSamples();

    /** The device's name, for the user. */
    String deviceName();

    @Override
    void close();
}
