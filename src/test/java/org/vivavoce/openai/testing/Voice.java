package org.vivavoce.openai.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Speaks a text, whole. Thread-safe. */
interface Voice {

    /** Samples a second of what a voice returns: that of the real service. */
    int SAMPLE_RATE = 24_000;

    /** 16-bit mono samples at {@link #SAMPLE_RATE}. */
    short[] speak(String text) throws IOException, InterruptedException;

    /** When each word begins in that sound; words are what stands between spaces. */
    List<Duration> wordStarts(String text);

    /** The system's espeak-ng, or a made-up voice where there is none. */
    static Voice ofThisSystem() {
        return EspeakVoice.isInstalled() ? new EspeakVoice() : new ToneVoice();
    }
}
