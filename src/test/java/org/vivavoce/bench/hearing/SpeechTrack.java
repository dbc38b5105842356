package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.testing.WaveFile;

/**
 * One person's phrases with pauses between them, and where the speech is.
 *
 * @param samples 16 kHz; the RMS of the speech frames is 1
 * @param speech  which frames of 10 ms are speech
 */
record SpeechTrack(float[] samples, boolean[] speech) {

    /** Seconds of pause between phrases: from a breath to a thought. */
    private static final List<Double> PAUSES = List.of(0.2, 0.3, 0.5, 0.8, 1.2, 1.8, 2.5);
    private static final double LEAD_SECONDS = 1.5;
    private static final double TAIL_SECONDS = 1;

    /** The speaker's phrases in an order of chance, with pauses of chance, cut after so many seconds of phrases. */
    static SpeechTrack of(Speaker speaker, double atLeastSeconds, long seed) {
        Random random = new Random(seed);
        List<String> phrases = shuffled(speaker.phrases(), random);
        List<Double> pauses = shuffled(PAUSES, random);
        List<float[]> parts = new ArrayList<>();
        parts.add(silence(LEAD_SECONDS));
        double seconds = 0;
        for (int i = 0; i < phrases.size() && seconds < atLeastSeconds; i++) {
            float[] phrase = phrase(speaker, phrases.get(i));
            parts.add(phrase);
            parts.add(silence(pauses.get(i % pauses.size())));
            seconds += phrase.length / (double) Sound.CAPTURE_RATE;
        }
        parts.add(silence(TAIL_SECONDS));
        return joined(parts);
    }

    /** A phrase at 16 kHz without the silence around it. */
    static float[] phrase(Speaker speaker, String text) {
        WaveFile file = speaker.voice().apply(text).at(Sound.CAPTURE_RATE);
        float[] samples = new float[file.samples().length / SpeechTruth.FRAME * SpeechTruth.FRAME];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = file.samples()[i];
        }
        List<SpeechTruth.Stretch> speech = SpeechTruth.stretches(SpeechTruth.ofPhrase(samples));
        if (speech.isEmpty()) {
            throw new IllegalStateException("the synthesiser said nothing for " + speaker.name());
        }
        return Arrays.copyOfRange(samples, speech.getFirst().from() * SpeechTruth.FRAME,
                speech.getLast().to() * SpeechTruth.FRAME);
    }

    private static SpeechTrack joined(List<float[]> parts) {
        int length = parts.stream().mapToInt(part -> part.length).sum();
        float[] samples = new float[length];
        boolean[] speech = new boolean[length / SpeechTruth.FRAME];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, samples, at, part.length);
            boolean[] here = SpeechTruth.ofPhrase(part);
            System.arraycopy(here, 0, speech, at / SpeechTruth.FRAME, here.length);
            at += part.length;
        }
        scale(samples, speech);
        return new SpeechTrack(samples, SpeechTruth.bridged(speech));
    }

    private static void scale(float[] samples, boolean[] speech) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < speech.length * SpeechTruth.FRAME; i++) {
            if (speech[i / SpeechTruth.FRAME]) {
                sum += (double) samples[i] * samples[i];
                count++;
            }
        }
        float factor = (float) (1 / Math.sqrt(sum / count));
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
    }

    private static float[] silence(double seconds) {
        return new float[(int) Math.round(seconds * 100) * SpeechTruth.FRAME];
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** How long it is. */
    double seconds() {
        return samples.length / (double) Sound.CAPTURE_RATE;
    }

    @Override
    public String toString() {
        return "SpeechTrack[" + seconds() + " s]";
    }
}
