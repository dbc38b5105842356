package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.WaveFile;

/**
 * What the partner says, without end, in frames of 10 ms: once as it is played, once at the rate at which its echo is captured.
 *
 * @param played   24 kHz
 * @param captured 16 kHz, the same sound
 */
record PartnersReply(short[] played, short[] captured) {

    private static final double LEVEL_DBFS = -20;
    private static final int PAUSE_MS = 350;

    /** Long loud vowels, the kind of sound an echo is most easily taken for speech by. */
    static PartnersReply inLoudVowels() {
        return of(new Speaker("loud vowels", text -> Speech.espeak("en-us", 50, 165, text),
                List.of("Oh, I know all about old roads.", "No one goes there alone at night.",
                        "We see the green fields and the trees.", "Large dark cars are parked there.",
                        "Soon the moon moves over the roof.", "The sound goes round and round.")));
    }

    /** A speaker's phrases with short pauses between them. */
    static PartnersReply of(Speaker speaker) {
        List<short[]> parts = new ArrayList<>();
        for (String phrase : speaker.phrases()) {
            parts.add(speaker.voice().apply(phrase).at(Sound.PLAYBACK_RATE).samples());
            parts.add(new short[Sound.PLAYBACK_RATE * PAUSE_MS / 1000]);
        }
        int frames = parts.stream().mapToInt(part -> part.length).sum() / Sound.PLAYBACK_FRAME;
        float[] whole = new float[frames * Sound.PLAYBACK_FRAME];
        int at = 0;
        for (short[] part : parts) {
            for (int i = 0; i < part.length && at < whole.length; i++) {
                whole[at++] = part[i];
            }
        }
        Levels.normalised(whole);
        short[] samples = new short[whole.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Levels.clip(Levels.gain(LEVEL_DBFS) * whole[i]);
        }
        return new PartnersReply(samples, new WaveFile(samples, Sound.PLAYBACK_RATE).at(Sound.CAPTURE_RATE).samples());
    }

    int frames() {
        return Math.min(played.length / Sound.PLAYBACK_FRAME, captured.length / Sound.CAPTURE_FRAME);
    }

    @Override
    public String toString() {
        return "PartnersReply[" + frames() + " frames]";
    }
}
