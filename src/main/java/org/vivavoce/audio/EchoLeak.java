package org.vivavoce.audio;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.Arrays;

/**
 * Notices when an echo gets past the canceller. On a computer that is too busy to play and to capture evenly the echo moves about, and
 * the canceller has to find it anew each time, for up to a second. What it lets through is then still a copy of what was played: this
 * looks for the copy. Thread-safe: one thread plays, another captures.
 *
 * <p>Both must be like what was played: the captured sound, for else the user speaks, and the cleaned sound, for else the canceller has
 * done its work and what is left is the user. Measured on a starved computer: echo alone gives 0.8 to 1.0 before and 0.4 to 0.8
 * after the canceller; a user as loud as the echo 0.7 and 0.2.
 */
final class EchoLeak {

    private static final double LEAST_LIKENESS_CAPTURED = 0.6;
    private static final double LEAST_LIKENESS_CLEANED = 0.4;

    /** Samples a second at which sounds are compared: the strongest part of a voice lies below 2 kHz. */
    private static final int RATE = 4000;
    private static final int FRAME = RATE / 100;
    private static final int COMPARED = RATE / 4; // 250 ms, the length of a break-in
    private static final int PLAYED = COMPARED + RATE * 7 / 10; // an echo comes at most 700 ms after its sound was handed out
    private static final int FRAMES_A_LOOK = 5;
    private static final int FRAMES_OF_MEMORY = PLAYED / FRAME; // captured since a frame was played: its echo is over
    private static final double LEAST_FRAMES = 8;
    private static final double LEAST_RMS = 60; // −55 dBFS: the detector takes nothing quieter for speech

    private final float[] played = new float[PLAYED]; // guarded by this, as all
    private final float[] captured = new float[COMPARED];
    private final float[] cleaned = new float[COMPARED];
    private final FloatFFT fft = new FloatFFT(Integer.highestOneBit(PLAYED) * 2);
    private final float[] spectrum = new float[Integer.highestOneBit(PLAYED) * 4];
    private final float[] product = new float[spectrum.length];
    private int framesSincePlayed = FRAMES_OF_MEMORY;
    private int framesSinceLook;
    private boolean leaking;

    /** Takes the frame that sounds next, or silence. */
    synchronized void played(short[] frame) {
        push(played, frame);
        framesSincePlayed = isSilent(frame) ? framesSincePlayed : 0;
    }

    private static boolean isSilent(short[] frame) {
        for (short sample : frame) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes the next captured frame, as it was and as the canceller left it.
     *
     * @return whether what is left of it is echo
     */
    synchronized boolean leaks(short[] capturedFrame, short[] cleanedFrame) {
        push(captured, capturedFrame);
        push(cleaned, cleanedFrame);
        if (++framesSincePlayed >= FRAMES_OF_MEMORY) {
            leaking = false;
            return false;
        }
        if (++framesSinceLook >= FRAMES_A_LOOK) {
            framesSinceLook = 0;
            leaking = rms(COMPARED - FRAMES_A_LOOK * FRAME, COMPARED) >= LEAST_RMS && soundingFrames() >= LEAST_FRAMES
                    && look();
        }
        return leaking;
    }

    private boolean look() {
        Arrays.fill(spectrum, 0);
        for (int i = 0; i < PLAYED; i++) {
            spectrum[2 * i] = played[i];
        }
        fft.complexForward(spectrum);
        return likeness(captured) >= LEAST_LIKENESS_CAPTURED && likeness(cleaned) >= LEAST_LIKENESS_CLEANED;
    }

    /** The greatest normalised correlation of a sound with a stretch of what was played, 0 to 1. */
    private double likeness(float[] sound) {
        Arrays.fill(product, 0);
        double energy = 1;
        for (int i = 0; i < COMPARED; i++) {
            product[2 * i] = sound[i];
            energy += (double) sound[i] * sound[i];
        }
        fft.complexForward(product);
        for (int i = 0; i < product.length; i += 2) {
            float re = spectrum[i] * product[i] + spectrum[i + 1] * product[i + 1];
            product[i + 1] = spectrum[i + 1] * product[i] - spectrum[i] * product[i + 1];
            product[i] = re;
        }
        fft.complexInverse(product, true);
        double best = 0;
        double energyPlayed = 1;
        for (int i = 0; i < PLAYED; i++) {
            energyPlayed += (double) played[i] * played[i];
            int start = i - COMPARED + 1;
            if (start >= 0) {
                best = Math.max(best, Math.abs(product[2 * start]) / Math.sqrt(energy * energyPlayed));
                energyPlayed -= (double) played[start] * played[start];
            }
        }
        return best;
    }

    /** How many frames the captured sound spreads over: two voices are alike for the length of a vowel, by chance. */
    private double soundingFrames() {
        double sum = 0;
        double sumOfSquares = 1;
        for (int from = 0; from < COMPARED; from += FRAME) {
            double energy = 0;
            for (int i = from; i < from + FRAME; i++) {
                energy += (double) captured[i] * captured[i];
            }
            sum += energy;
            sumOfSquares += energy * energy;
        }
        return sum * sum / sumOfSquares;
    }

    private double rms(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) cleaned[i] * cleaned[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    /** Appends a frame, brought down to the rate of comparing by means of neighbours. */
    private static void push(float[] history, short[] frame) {
        System.arraycopy(history, FRAME, history, 0, history.length - FRAME);
        int step = frame.length / FRAME;
        for (int i = 0; i < FRAME; i++) {
            float sum = 0;
            for (int k = 0; k < step; k++) {
                sum += frame[i * step + k];
            }
            history[history.length - FRAME + i] = sum / step;
        }
    }
}
