package org.vivavoce.offline;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Measures how an utterance was spoken: when there was voice, where it paused, how loud it was. One thread. */
final class DeliveryMeter {

    /** Frames of 10 ms: fine enough for pauses, and a pitch period of any voice fits in. */
    private static final int FRAMES_PER_SECOND = 100;

    /** Softer than this nobody speaks into a microphone that works (the floor of turn-taking, design section 3). */
    private static final double LEAST_DBFS = -55;

    private static final double SILENCE_DBFS = -100;

    /** How far voice stands above the noise. */
    private static final double ABOVE_NOISE_DB = 10;

    /** Shorter silences belong to the words: closures of t and k, breaths. */
    private static final int GAP_WITHIN_SPEECH_FRAMES = 20;

    /** Shorter sounds are clicks and keys. */
    private static final int LEAST_SOUND_FRAMES = 5;

    private static final int PAUSE_FRAMES = 40;

    /** Less voice than this is a cough or nothing. */
    private static final int LEAST_VOICE_FRAMES = 20;

    private DeliveryMeter() {}

    /**
     * Measures a whole utterance.
     *
     * @return empty when nobody speaks in it
     */
    static Optional<Delivery> measure(WavStream wav) throws IOException {
        double[] levels = levels(wav);
        boolean[] voiced = voiced(levels);
        int first = 0;
        while (first < voiced.length && !voiced[first]) {
            first++;
        }
        int end = voiced.length;
        while (end > first && !voiced[end - 1]) {
            end--;
        }
        int voicedFrames = 0;
        int pauses = 0;
        int longest = 0;
        int silence = 0;
        double power = 0;
        for (int i = first; i < end; i++) {
            if (voiced[i]) {
                voicedFrames++;
                power += Math.pow(10, levels[i] / 10);
                silence = 0;
            } else if (++silence >= PAUSE_FRAMES) {
                pauses += silence == PAUSE_FRAMES ? 1 : 0;
                longest = Math.max(longest, silence);
            }
        }
        if (voicedFrames < LEAST_VOICE_FRAMES) {
            return Optional.empty();
        }
        return Optional.of(new Delivery(seconds(end - first), seconds(voicedFrames), pauses, seconds(longest),
                (int) Math.round(10 * Math.log10(power / voicedFrames))));
    }

    private static double seconds(int frames) {
        return Math.round(frames * 10.0 / FRAMES_PER_SECOND) / 10.0;
    }

    private static double[] levels(WavStream wav) throws IOException {
        short[] frame = new short[wav.sampleRate() / FRAMES_PER_SECOND];
        short[] buffer = new short[frame.length];
        double[] levels = new double[1024];
        int count = 0;
        int filled = 0;
        for (int got = wav.read(buffer); got >= 0; got = wav.read(buffer)) {
            for (int i = 0; i < got; i++) {
                frame[filled++] = buffer[i];
                if (filled == frame.length) {
                    if (count == levels.length) {
                        levels = Arrays.copyOf(levels, 2 * count);
                    }
                    levels[count++] = dbfs(frame);
                    filled = 0;
                }
            }
        }
        return Arrays.copyOf(levels, count);
    }

    private static double dbfs(short[] frame) {
        double mean = 0;
        for (short sample : frame) {
            mean += sample;
        }
        mean /= frame.length;
        double sum = 0;
        for (short sample : frame) {
            sum += (sample - mean) * (sample - mean); // without the constant part that cheap microphones add
        }
        double rms = Math.sqrt(sum / frame.length) / 32_768;
        return rms <= 0 ? SILENCE_DBFS : Math.max(SILENCE_DBFS, 20 * Math.log10(rms));
    }

    private static boolean[] voiced(double[] levels) {
        boolean[] voiced = new boolean[levels.length];
        if (levels.length == 0) {
            return voiced;
        }
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        double noise = sorted[sorted.length / 10];
        double loud = sorted[(int) (sorted.length * 0.95)];
        // Steady and soft is noise; steady and loud is somebody who does not stop.
        if (loud < LEAST_DBFS || (loud - noise < 6 && loud < -40)) {
            return voiced;
        }
        double threshold = Math.max(LEAST_DBFS, Math.min(noise + ABOVE_NOISE_DB, loud - ABOVE_NOISE_DB));
        for (int i = 0; i < levels.length; i++) {
            voiced[i] = levels[i] >= threshold;
        }
        fill(voiced, false, GAP_WITHIN_SPEECH_FRAMES);
        fill(voiced, true, LEAST_SOUND_FRAMES);
        return voiced;
    }

    /** Turns runs of a value that are shorter than a length, and have the other value on both sides, into the other. */
    private static void fill(boolean[] frames, boolean value, int shorterThan) {
        int start = 0;
        for (int i = 1; i <= frames.length; i++) {
            if (i == frames.length || frames[i] != frames[start]) {
                boolean atAnEnd = start == 0 || i == frames.length;
                if (frames[start] == value && i - start < shorterThan && (value || !atAnEnd)) {
                    Arrays.fill(frames, start, i, !value);
                }
                start = i;
            }
        }
    }
}
