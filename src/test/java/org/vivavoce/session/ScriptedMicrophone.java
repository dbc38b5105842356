package org.vivavoce.session;

import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.Microphone;

/** A microphone that delivers frames as the test hands them over, until it is closed or goes. */
final class ScriptedMicrophone implements Microphone {

    private static final short CLOSED = -1;
    private static final short GONE = -2;

    private final BlockingQueue<Short> frames = new LinkedBlockingQueue<>();

    /** A frame all of one value, from 0 on. */
    void hears(int value) {
        frames.add((short) value);
    }

    void goes() {
        frames.add(GONE);
    }

    @Override
    public boolean read(short[] frame) throws AudioDeviceException {
        try {
            short next = frames.take();
            if (next == GONE) {
                throw new AudioDeviceException("The microphone has gone.", null);
            }
            Arrays.fill(frame, next);
            return next != CLOSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String deviceName() {
        return "scripted";
    }

    @Override
    public long overruns() {
        return 0;
    }

    @Override
    public void close() {
        frames.add(CLOSED);
    }
}
