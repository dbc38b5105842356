package org.vivavoce.audio;

/**
 * An open microphone that delivers frames of {@link Sound#CAPTURE_FRAME} samples. Read by the {@code capture} thread; closed by any
 * thread, which ends a blocked read.
 */
public interface Microphone extends AutoCloseable {

    /**
     * Blocks until the next 10 ms are there.
     *
     * @param frame filled with {@link Sound#CAPTURE_FRAME} samples at {@link Sound#CAPTURE_RATE}
     * @return false when the microphone was closed
     * @throws AudioDeviceException when the device has gone or stopped delivering (nothing for 2 s)
     */
    boolean read(short[] frame) throws AudioDeviceException;

    /** The device's name, for the user. */
    String deviceName();

    /** How many times sound was lost since the opening because frames were not read in time. */
    long overruns();

    @Override
    void close();
}
