package org.vivavoce.turn;

/**
 * The web app's detector, kept as the baseline: windows of 100 ms, RMS below 15 on the 0–128 scale of a browser's byte time-domain
 * data is silence. No floor, no hysteresis. Used by the {@code session} thread.
 */
public final class ClassicVoiceActivity implements VoiceActivityDetector {

    /** The web app's threshold, of 128. */
    public static final double SPEECH_RMS_OF_128 = 15;
    private static final int WINDOW_FRAMES = 10;

    private VoiceActivity activity = VoiceActivity.NONE;
    private double sumOfSquares;
    private int frames;

    @Override
    public VoiceActivity accept(HeardFrame frame, long atMillis, boolean partnerSounds) {
        double rms = 128 * Math.pow(10, frame.dbfs() / 20);
        sumOfSquares += rms * rms;
        if (++frames == WINDOW_FRAMES) {
            boolean speech = Math.sqrt(sumOfSquares / WINDOW_FRAMES) >= SPEECH_RMS_OF_128;
            frames = 0;
            sumOfSquares = 0;
            long windowMs = (long) WINDOW_FRAMES * VoiceActivityValues.FRAME_MS;
            if (speech) {
                activity = activity.speaking()
                        ? new VoiceActivity(true, activity.startedAt(), atMillis, activity.loudMs() + windowMs)
                        : new VoiceActivity(true, atMillis - windowMs, atMillis, windowMs);
            } else {
                activity = new VoiceActivity(false, activity.startedAt(), activity.lastVoiceAt(), activity.loudMs());
            }
        }
        return activity;
    }

    @Override
    public VoiceActivity acceptMuted(long atMillis) {
        return accept(HeardFrame.SILENCE, atMillis, false);
    }
}
