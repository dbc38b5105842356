package org.vivavoce.audio;

/**
 * Cleans captured frames: takes what the loudspeaker plays out of what the microphone hears, suppresses noise, filters below 80 Hz.
 * {@link #played} is called by the {@code playback} thread just before each write, {@link #clean} by the {@code capture} thread.
 */
public interface EchoCanceller extends AutoCloseable {

    /** Takes note of exactly {@link Sound#PLAYBACK_FRAME} samples that are about to sound. */
    void played(short[] frame);

    /**
     * Cleans exactly {@link Sound#CAPTURE_FRAME} samples in place.
     *
     * @return whether the microphone may hear the loudspeaker; false where it is known that it does not
     */
    boolean clean(short[] frame);

    /** Whether echo is really cancelled (false where the native library does not load and only filters work). */
    boolean cancelsEcho();

    @Override
    void close();
}
