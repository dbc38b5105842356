package org.vivavoce.ai;

import org.vivavoce.practice.Wording;

/**
 * Tells whether anything was said in a sound that was transcribed: recognisers invent phrases where there is only noise. A text that
 * nobody invents is believed whatever the sound was. Functions without state; any thread.
 */
public final class Said {

    /** Whisper itself takes a segment for silence from here on (its {@code no_speech_threshold}). */
    private static final double NO_SPEECH = 0.6;
    /** The shortest invented phrase takes 0.7 s to say, most of it loud; a cough, a key or a chair take less than this. */
    private static final long LEAST_LOUD_MS = 500;
    /** Ten decibels over the quietest sound that counts as speech. Speech at 1 m peaks at −30 dBFS and louder. */
    private static final double LEAST_PEAK_DBFS = -45;

    private Said() {}

    /**
     * Whether nothing was said.
     *
     * @param loudMillis how much of the sound counted as voice
     * @param peakDbfs   level of its loudest frame
     * @param wording    of the languages that may be spoken
     */
    public static boolean isNothing(Transcript transcript, long loudMillis, double peakDbfs, Wording wording) {
        if (wording.read(transcript.text()) == Wording.Reading.NOTHING) {
            return true;
        }
        boolean unlikely = transcript.noSpeechProbability().orElse(0) >= NO_SPEECH || loudMillis < LEAST_LOUD_MS
                || peakDbfs < LEAST_PEAK_DBFS;
        return unlikely && wording.isGhost(transcript.text());
    }
}
