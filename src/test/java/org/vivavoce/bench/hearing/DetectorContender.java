package org.vivavoce.bench.hearing;

import java.util.Arrays;
import org.vivavoce.turn.HeardFrame;
import org.vivavoce.turn.VoiceActivity;
import org.vivavoce.turn.VoiceActivityDetector;

/** One of the program's own detectors. Its speech is what turn-taking and recording go by: from {@code startedAt} to {@code lastVoiceAt}. */
final class DetectorContender implements Contender {

    private static final int FRAME_MS = 10;

    private final VoiceActivityDetector detector;
    private final boolean[] speech;
    private final boolean[] atTheTime;
    private int frames;

    DetectorContender(VoiceActivityDetector detector, int frames) {
        this.detector = detector;
        speech = new boolean[frames];
        atTheTime = new boolean[frames];
    }

    @Override
    public void hear(short[] cleaned, HeardFrame heard) {
        VoiceActivity activity = detector.accept(heard, (frames + 1L) * FRAME_MS, false);
        atTheTime[frames++] = activity.speaking();
        if (activity.speaking()) {
            Arrays.fill(speech, (int) (activity.startedAt() / FRAME_MS), (int) (activity.lastVoiceAt() / FRAME_MS),
                    true);
        }
    }

    @Override
    public boolean[] speech() {
        return speech.clone();
    }

    @Override
    public boolean[] atTheTime() {
        return atTheTime.clone();
    }

    @Override
    public void close() {
        // nothing to give back
    }
}
