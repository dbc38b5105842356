package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vivavoce.audio.Sound;

/** People who talk in the background, eight at a time, each as loud as the others, without pauses. */
final class Babble {

    static final int TALKERS = 8;

    private final List<float[]> talkers = new ArrayList<>();

    /** @param seconds how much each talker says before beginning anew */
    Babble(int seconds, long seed) {
        Random random = new Random(seed);
        List<Speaker> speakers = new ArrayList<>(Speaker.all(2));
        Collections.shuffle(speakers, random);
        for (Speaker speaker : speakers.subList(0, TALKERS)) {
            talkers.add(talk(speaker, seconds * Sound.CAPTURE_RATE, random));
        }
    }

    /** A stretch of it, begun at a moment of chance for each talker. */
    float[] stretch(int samples, Random random) {
        float[] sum = new float[samples];
        for (float[] talker : talkers) {
            int offset = random.nextInt(talker.length);
            for (int i = 0; i < samples; i++) {
                sum[i] += talker[(offset + i) % talker.length];
            }
        }
        return sum;
    }

    private static float[] talk(Speaker speaker, int samples, Random random) {
        float[] talk = new float[samples];
        List<float[]> phrases = new ArrayList<>();
        for (String text : speaker.phrases()) {
            phrases.add(SpeechTrack.phrase(speaker, text));
        }
        int at = 0;
        while (at < samples) {
            float[] phrase = phrases.get(random.nextInt(phrases.size()));
            int length = Math.min(phrase.length, samples - at);
            System.arraycopy(phrase, 0, talk, at, length);
            at += length;
        }
        return Levels.normalised(talk);
    }
}
