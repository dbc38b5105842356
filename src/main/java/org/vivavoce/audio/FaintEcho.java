package org.vivavoce.audio;

/**
 * Mixes a faint copy of what is played into what is captured, so that an echo canceller always has an echo to hold on to. With
 * headphones there is none, and for the first 12 to 15 s of the partner's speech WebRTC's canceller then takes the user's voice for it:
 * 30 to 70 dB were lost, with the copy 2 dB. Thread-safe: one thread plays, another captures.
 */
final class FaintEcho {

    /** −30 dB: enough beside room noise of up to −45 dBFS, and below the level that counts as speech while the partner sounds. */
    private static final double GAIN = Math.pow(10, -30 / 20.0);

    /** As late as the loudspeaker's own buffer: what is played in bursts is captured evenly. */
    private static final int DELAY_SAMPLES = Sound.CAPTURE_RATE * JavaSoundSystem.LOUDSPEAKER_BUFFER_MS / 1000;

    /** More waits only when nothing is captured. */
    private static final int MOST_SAMPLES = Sound.CAPTURE_RATE / 2;

    private final RateConverter converter = new RateConverter(Sound.PLAYBACK_RATE, Sound.CAPTURE_RATE);
    private final SampleQueue waiting = new SampleQueue(); // guarded by this, as all
    private final short[] copy = new short[Sound.CAPTURE_FRAME];
    private boolean sounding;

    /** Takes a frame that is about to sound. */
    synchronized void played(short[] frame) {
        short[] converted = converter.convert(frame, 0, Sound.PLAYBACK_FRAME);
        if (waiting.size() > MOST_SAMPLES) {
            waiting.clear();
        }
        waiting.add(converted, 0, converted.length);
    }

    /** Mixes into a captured frame, in place. */
    synchronized void mixInto(short[] frame) {
        sounding = waiting.size() >= (sounding ? Sound.CAPTURE_FRAME : DELAY_SAMPLES);
        if (!sounding) {
            return;
        }
        waiting.take(copy, Sound.CAPTURE_FRAME);
        for (int i = 0; i < Sound.CAPTURE_FRAME; i++) {
            frame[i] = (short) Math.clamp(Math.round(frame[i] + GAIN * copy[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }
}
