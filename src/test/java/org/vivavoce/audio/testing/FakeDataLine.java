package org.vivavoce.audio.testing;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.Control;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineListener;

/** What microphone and loudspeaker lines have in common, for lines that tests play the device of. Used by one thread. */
abstract class FakeDataLine implements DataLine {

    private final AudioFormat format;
    private final int bufferSize;
    boolean running;
    private boolean open = true;

    FakeDataLine(AudioFormat format, int bufferSize) {
        this.format = format;
        this.bufferSize = bufferSize;
    }

    public void open(AudioFormat ignored, int ignoredSize) {
        open = true;
    }

    public void open(AudioFormat ignored) {
        open = true;
    }

    @Override
    public void open() {
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public void drain() {
        throw new UnsupportedOperationException("it may hang for ever");
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isActive() {
        return running;
    }

    @Override
    public AudioFormat getFormat() {
        return format;
    }

    @Override
    public int getBufferSize() {
        return bufferSize;
    }

    @Override
    public int getFramePosition() {
        return (int) getLongFramePosition();
    }

    @Override
    public long getMicrosecondPosition() {
        return (long) (getLongFramePosition() * 1e6 / format.getFrameRate());
    }

    @Override
    public float getLevel() {
        return -1;
    }

    @Override
    public Line.Info getLineInfo() {
        return new DataLine.Info(getClass(), format);
    }

    @Override
    public Control[] getControls() {
        return new Control[0];
    }

    @Override
    public boolean isControlSupported(Control.Type control) {
        return false;
    }

    @Override
    public Control getControl(Control.Type control) {
        throw new IllegalArgumentException("no controls");
    }

    @Override
    public void addLineListener(LineListener listener) {
        listener.update(new LineEvent(this, LineEvent.Type.OPEN, 0));
    }

    @Override
    public void removeLineListener(LineListener listener) {}
}
