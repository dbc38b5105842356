package org.vivavoce.audio;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig.NoiseSuppression;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cleans with WebRTC's audio processing module: echo canceller, high-pass and moderate noise suppression; the gain stays as it is, so
 * that levels mean something. {@link #played} is called by the {@code playback} thread, {@link #clean} by the {@code capture} thread,
 * {@link #close} by any.
 */
public final class WebRtcEchoCanceller implements EchoCanceller {

    private static final AudioProcessingStreamConfig CAPTURED = new AudioProcessingStreamConfig(Sound.CAPTURE_RATE, 1);
    private static final AudioProcessingStreamConfig PLAYED = new AudioProcessingStreamConfig(Sound.PLAYBACK_RATE, 1);

    /**
     * What lies between a sound's leaving the loudspeaker's buffer and its echo's being captured, milliseconds, as a first guess: the
     * least that sound systems take. The canceller finds out the rest.
     */
    private static final int FIRST_GUESS_DELAY_MS = 20;

    // The native side takes bytes (little-endian on all it is made for) and never looks at their number: a short array would be read past its end.
    private final byte[] playedIn = new byte[Sound.PLAYBACK_FRAME * Pcm.BYTES];
    private final byte[] playedOut = new byte[Sound.PLAYBACK_FRAME * Pcm.BYTES];
    private final byte[] capturedIn = new byte[Sound.CAPTURE_FRAME * Pcm.BYTES];
    private final byte[] capturedOut = new byte[Sound.CAPTURE_FRAME * Pcm.BYTES];
    private final EchoReference reference = new EchoReference();
    private final EchoPath path = new EchoPath();
    private final EchoLeak leak = new EchoLeak();
    private final EchoCanceller highPass = new FilterEchoCanceller();
    private final short[] captured = new short[Sound.CAPTURE_FRAME];
    private final Object lock = new Object();
    private @Nullable AudioProcessing processing; // guarded by lock

    /**
     * Opens the native library's canceller.
     *
     * @throws RuntimeException or a {@link LinkageError}, where the native library does not load: see {@link EchoCancellers}
     */
    WebRtcEchoCanceller() {
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.echoCanceller.enabled = true;
        config.echoCanceller.enforceHighPassFiltering = true;
        config.highPassFilter.enabled = true;
        config.noiseSuppression.enabled = true;
        config.noiseSuppression.level = NoiseSuppression.Level.MODERATE;
        AudioProcessing opened = new AudioProcessing();
        opened.applyConfig(config);
        opened.setStreamDelayMs(FIRST_GUESS_DELAY_MS);
        processing = opened;
    }

    @Override
    public void played(short[] frame) {
        path.played(frame);
        reference.add(frame);
    }

    @Override
    public boolean clean(short[] frame) {
        synchronized (lock) {
            AudioProcessing open = processing;
            if (open == null) {
                return true;
            }
            if (reference.hasBegun()) {
                short[] played = reference.next();
                leak.played(played);
                Pcm.put(played, Sound.PLAYBACK_FRAME, playedIn);
                open.processReverseStream(playedIn, PLAYED, PLAYED, playedOut);
            }
            System.arraycopy(frame, 0, captured, 0, Sound.CAPTURE_FRAME);
            highPass.clean(captured);
            boolean mayHoldEcho = path.mayHoldEcho(captured);
            Pcm.put(frame, Sound.CAPTURE_FRAME, capturedIn);
            open.setStreamDelayMs(FIRST_GUESS_DELAY_MS); // is asked for anew for each frame
            if (open.processStream(capturedIn, CAPTURED, CAPTURED, capturedOut) != 0) {
                return mayHoldEcho;
            }
            Pcm.get(capturedOut, frame, Sound.CAPTURE_FRAME);
            if (!mayHoldEcho) {
                System.arraycopy(captured, 0, frame, 0, Sound.CAPTURE_FRAME); // nothing to cancel but the user's own voice
            } else if (leak.leaks(captured, frame)) {
                Arrays.fill(frame, (short) 0);
            }
            return mayHoldEcho;
        }
    }

    @Override
    public boolean cancelsEcho() {
        return true;
    }

    @Override
    public void close() {
        synchronized (lock) {
            AudioProcessing open = processing;
            processing = null;
            if (open != null) {
                open.dispose();
            }
        }
    }
}
