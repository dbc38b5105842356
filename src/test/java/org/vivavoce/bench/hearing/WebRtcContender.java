package org.vivavoce.bench.hearing;

import dev.onvoid.webrtc.media.audio.VoiceActivityDetector;
import org.vivavoce.audio.Sound;
import org.vivavoce.turn.HeardFrame;

/**
 * WebRTC's detector on the cleaned frames, which serve it better than the captured ones, at the threshold that serves it best over this
 * matrix.
 */
final class WebRtcContender implements Contender {

    private static final float THRESHOLD = 0.2f;

    private final VoiceActivityDetector detector = new VoiceActivityDetector();
    private final byte[] bytes = new byte[2 * Sound.CAPTURE_FRAME];
    private final boolean[] speech;
    private int frames;

    WebRtcContender(int frames) {
        speech = new boolean[frames];
    }

    @Override
    public void hear(short[] cleaned, HeardFrame heard) {
        for (int i = 0; i < cleaned.length; i++) {
            bytes[2 * i] = (byte) cleaned[i];
            bytes[2 * i + 1] = (byte) (cleaned[i] >> 8);
        }
        detector.process(bytes, Sound.CAPTURE_FRAME, Sound.CAPTURE_RATE);
        speech[frames++] = detector.getLastVoiceProbability() >= THRESHOLD;
    }

    @Override
    public boolean[] speech() {
        return SpeechTruth.bridged(speech);
    }

    @Override
    public boolean[] atTheTime() {
        return speech.clone();
    }

    @Override
    public void close() {
        detector.dispose();
    }
}
