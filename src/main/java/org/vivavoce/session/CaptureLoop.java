package org.vivavoce.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.Microphone;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.Frame;
import org.vivavoce.session.SessionEvent.MicrophoneChanged;

/**
 * Reads the microphone from the start of a conversation to its end, cleans and measures each frame and hands it to the session. When
 * the microphone is missing or goes away it says so once and looks for it every two seconds. Runs on the {@code capture} thread.
 */
final class CaptureLoop implements Runnable {

    private static final long LOOK_AGAIN_MS = 2000;

    private final SoundParts sound;
    private final SessionClock clock;
    private final Predicate<SessionEvent> session;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong overruns = new AtomicLong();
    private volatile @Nullable Microphone open;

    /** @param session takes an event, false when its queue is full */
    CaptureLoop(SoundParts sound, SessionClock clock, Predicate<SessionEvent> session) {
        this.sound = sound;
        this.clock = clock;
        this.session = session;
    }

    @Override
    public void run() {
        boolean told = false;
        while (closed.getCount() > 0) {
            try (Microphone microphone = sound.devices().openMicrophone(sound.names().microphone())) {
                open = microphone;
                tell(new MicrophoneChanged(true, ""));
                told = false;
                capture(microphone);
            } catch (AudioDeviceException e) {
                if (!told) {
                    tell(new MicrophoneChanged(false, e.sentence()));
                    told = true;
                }
            }
            if (!waitBeforeLookingAgain()) {
                return;
            }
        }
    }

    private void capture(Microphone microphone) throws AudioDeviceException {
        long before = overruns.get();
        FrameClock time = new FrameClock();
        short[] frame = new short[Sound.CAPTURE_FRAME];
        while (closed.getCount() > 0 && microphone.read(frame)) {
            overruns.set(before + microphone.overruns());
            long at = time.next(clock.millis());
            boolean mayHoldEcho = sound.canceller().clean(frame);
            if (!session.test(new Frame(frame, sound.meter().apply(frame), mayHoldEcho, at))) {
                overruns.incrementAndGet();
                before++;
            }
            frame = new short[Sound.CAPTURE_FRAME];
        }
    }

    private void tell(MicrophoneChanged change) {
        if (!session.test(change)) {
            overruns.incrementAndGet(); // the queue is full of frames: the session thread is stalled
        }
    }

    private boolean waitBeforeLookingAgain() {
        try {
            return !closed.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How often sound was lost because it was not taken in time. */
    long overruns() {
        return overruns.get();
    }

    /** Ends the loop; from any thread. */
    void close() {
        closed.countDown();
        Microphone microphone = open;
        if (microphone != null) {
            microphone.close();
        }
    }
}
