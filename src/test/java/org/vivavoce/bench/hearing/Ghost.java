package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vivavoce.audio.Sound;

/**
 * A minute of sound without speech, such as a microphone hears while nobody talks: over a quiet room, with what makes the noise coming
 * and going.
 */
enum Ghost {
    WHITE, PINK, FAN, TYPING, MOUSE, KNOCKS, COUGHS, HUM, CHORDS, PLUCKED;

    private static final double ROOM_DBFS = -65;

    /** How loud each stretch is while it sounds, dBFS RMS; for strokes, which are short, of their loudest 10 ms. */
    private static final List<Integer> LEVELS = List.of(-50, -40, -30, -22);

    /** Seconds of quiet, then of noise. */
    private static final double QUIET = 4;
    private static final double NOISY = 11;

    /** A minute of it at 16 kHz, in samples. */
    double[] minute(long seed) {
        Random random = new Random(seed);
        List<double[]> parts = new ArrayList<>();
        for (int level : LEVELS) {
            parts.add(new double[samples(QUIET)]);
            parts.add(scaled(stretch(samples(NOISY), random), level));
        }
        double[] minute = new double[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, minute, at, part.length);
            at += part.length;
        }
        float[] room = Levels.normalised(SteadyNoise.pink(minute.length, random));
        for (int i = 0; i < minute.length; i++) {
            minute[i] += Levels.gain(ROOM_DBFS) * room[i];
        }
        return minute;
    }

    private float[] stretch(int samples, Random random) {
        return switch (this) {
            case WHITE -> SteadyNoise.white(samples, random);
            case PINK -> SteadyNoise.pink(samples, random);
            case FAN -> SteadyNoise.fan(samples, random);
            case TYPING -> Strokes.typing(samples, random);
            case HUM -> Music.hum(samples, random);
            case CHORDS -> Music.chords(samples, random);
            case PLUCKED -> Music.plucked(samples, random);
            case MOUSE, KNOCKS, COUGHS -> strokes(samples, random);
        };
    }

    private float[] strokes(int samples, Random random) {
        float[] sound = new float[samples];
        double at = 0.5;
        while (at < samples / (double) Sound.CAPTURE_RATE - 1.5) {
            switch (this) {
                case MOUSE -> Strokes.mouse(sound, at, 1, random);
                case KNOCKS -> Strokes.knocks(sound, at, 1, random);
                default -> Strokes.coughs(sound, at, 1, random);
            }
            at += 1 + 2 * random.nextDouble();
        }
        return sound;
    }

    private double[] scaled(float[] sound, int level) {
        double loudness = switch (this) {
            case TYPING, MOUSE, KNOCKS, COUGHS -> loudestFrame(sound);
            default -> Levels.rms(sound);
        };
        double[] scaled = new double[sound.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = sound[i] * Levels.gain(level) / loudness;
        }
        return scaled;
    }

    private static double loudestFrame(float[] sound) {
        double loudest = 0;
        for (int from = 0; from + Sound.CAPTURE_FRAME <= sound.length; from += Sound.CAPTURE_FRAME) {
            double sum = 0;
            for (int i = from; i < from + Sound.CAPTURE_FRAME; i++) {
                sum += (double) sound[i] * sound[i];
            }
            loudest = Math.max(loudest, sum / Sound.CAPTURE_FRAME);
        }
        return Math.sqrt(loudest);
    }

    private static int samples(double seconds) {
        return (int) (seconds * Sound.CAPTURE_RATE);
    }
}
