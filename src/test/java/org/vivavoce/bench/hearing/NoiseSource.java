package org.vivavoce.bench.hearing;

import java.util.Random;

/** Makes the noises of the matrix, each with an RMS of 1 over its whole length. */
final class NoiseSource {

    private static final int BABBLE_SECONDS = 40;

    private final Babble babble = new Babble(BABBLE_SECONDS, 17);

    float[] make(Condition.Noise noise, int samples, Random random) {
        return Levels.normalised(switch (noise) {
            case CLEAN -> new float[samples];
            case WHITE -> SteadyNoise.white(samples, random);
            case PINK -> SteadyNoise.pink(samples, random);
            case FAN -> SteadyNoise.fan(samples, random);
            case KEYBOARD -> Strokes.typing(samples, random);
            case BABBLE -> babble.stretch(samples, random);
        });
    }

    /** Speech and noise as a microphone hears them. */
    double[] mixed(SpeechTrack track, Condition condition, Random random) {
        float[] noise = make(condition.noise(), track.samples().length, random);
        double speechGain = Levels.gain(condition.levelDbfs());
        double noiseGain = speechGain * Levels.ratio(-condition.snrDb());
        double[] mixed = new double[noise.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = speechGain * track.samples()[i] + noiseGain * noise[i];
        }
        return mixed;
    }
}
