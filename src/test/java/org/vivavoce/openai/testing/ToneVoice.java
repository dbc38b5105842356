package org.vivavoce.openai.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that passes for speech with detectors of voice: a buzz at 120 Hz with harmonics, in syllables, with gaps between words and
 * longer ones after sentences. Stateless.
 */
final class ToneVoice implements Voice {

    private static final double PITCH_HERTZ = 120;
    private static final int HARMONICS = 12;
    private static final int SAMPLES_PER_LETTER = SAMPLE_RATE * 65 / 1000;

    @Override
    public short[] speak(String text) {
        short[] samples = new short[text.length() * SAMPLES_PER_LETTER];
        for (int letter = 0; letter < text.length(); letter++) {
            if (Character.isLetterOrDigit(text.charAt(letter))) {
                buzz(samples, letter * SAMPLES_PER_LETTER);
            }
        }
        return samples;
    }

    @Override
    public List<Duration> wordStarts(String text) {
        List<Duration> starts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == ' ') {
                starts.add(Duration.ofMillis((long) i * SAMPLES_PER_LETTER * 1000 / SAMPLE_RATE));
            }
        }
        return starts;
    }

    private static void buzz(short[] samples, int start) {
        for (int i = 0; i < SAMPLES_PER_LETTER; i++) {
            double seconds = (double) (start + i) / SAMPLE_RATE;
            double wave = 0;
            for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
                wave += Math.sin(2 * Math.PI * PITCH_HERTZ * harmonic * seconds) / harmonic;
            }
            double syllable = 0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * seconds);
            samples[start + i] = (short) Math.round(wave * syllable * 5000);
        }
    }
}
