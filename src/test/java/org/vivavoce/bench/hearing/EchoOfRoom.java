package org.vivavoce.bench.hearing;

import java.util.Random;
import org.vivavoce.audio.Sound;

/** The way from the loudspeaker to the microphone: later, softer, with the reflections of a small room (60 dB less after 0.3 s). */
final class EchoOfRoom {

    private static final int REFLECTIONS = 40;
    private static final double LONGEST_SECONDS = 0.15;
    private static final double SIXTY_DB_SECONDS = 0.3;
    private static final double DIRECT_SHARE = 0.7; // of the amplitude

    private final int[] lags = new int[REFLECTIONS + 1];
    private final double[] gains = new double[REFLECTIONS + 1];
    private final double[] past;
    private long samples;

    /**
     * Makes a room.
     *
     * @param db      level of the echo over that of what is played
     * @param delayMs when the direct sound comes
     */
    EchoOfRoom(double db, int delayMs, Random random) {
        int delay = delayMs * Sound.CAPTURE_RATE / 1000;
        past = new double[delay + (int) (LONGEST_SECONDS * Sound.CAPTURE_RATE) + Sound.CAPTURE_FRAME + 1];
        double energy = 0;
        for (int i = 0; i <= REFLECTIONS; i++) {
            double seconds = i == 0 ? 0 : 0.002 + (LONGEST_SECONDS - 0.002) * random.nextDouble();
            double decay = Math.pow(10, -3 * seconds / SIXTY_DB_SECONDS);
            lags[i] = delay + (int) (seconds * Sound.CAPTURE_RATE);
            gains[i] = i == 0 ? DIRECT_SHARE : decay * (random.nextBoolean() ? 0.2 : -0.2) * random.nextDouble();
            energy += gains[i] * gains[i];
        }
        for (int i = 0; i <= REFLECTIONS; i++) {
            gains[i] *= Levels.ratio(db) / Math.sqrt(energy);
        }
    }

    /** Adds the echo of the next 10 ms to what is captured. */
    void add(short[] played, double[] captured) {
        for (int i = 0; i < played.length; i++, samples++) {
            past[(int) (samples % past.length)] = played[i];
            for (int k = 0; k < lags.length && lags[k] <= samples; k++) {
                captured[i] += gains[k] * past[(int) ((samples - lags[k]) % past.length)];
            }
        }
    }
}
