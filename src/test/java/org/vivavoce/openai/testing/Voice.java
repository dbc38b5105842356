package org.vivavoce.openai.testing;

import java.io.IOException;

/** Speaks a text, whole. Thread-safe. */
interface Voice {

    /** Samples a second of what a voice returns: that of the real service. */
    int SAMPLE_RATE = 24_000;

    /** 16-bit mono samples at {@link #SAMPLE_RATE}. */
    short[] speak(String text) throws IOException, InterruptedException;

    /** The system's espeak-ng, or a made-up voice where there is none. */
    static Voice ofThisSystem() {
        return EspeakVoice.isInstalled() ? new EspeakVoice() : new ToneVoice();
    }
}
