package org.vivavoce.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sound as a detector gets it, levels and periodicity frame by frame, played to a detector while it is written down. What the detector
 * takes for speech is kept as stretches.
 */
final class ScriptedSound {

    /** Speech as the detector saw it; the end is −1 while it goes on. */
    record Stretch(long startedAt, long knownAt, long lastVoiceAt) {}

    private static final int FRAME_MS = VoiceActivityValues.FRAME_MS;

    private final VoiceActivityDetector detector;
    private final Random random;
    private final List<Stretch> stretches = new ArrayList<>();
    private VoiceActivity activity = VoiceActivity.NONE;
    private long knownAt;
    private long now;
    private boolean partnerSounds;
    private boolean mayHoldEcho = true;

    ScriptedSound(VoiceActivityDetector detector, long seed) {
        this.detector = detector;
        this.random = new Random(seed);
    }

    /** Room, fan or street: noise of an even level, not periodic. */
    ScriptedSound noise(double dbfs, int ms) {
        return frames(ms, at -> dbfs + random.nextGaussian(), at -> 0.1 + 0.3 * random.nextDouble(), at -> 0);
    }

    /** Digital silence: a microphone that is opening. */
    ScriptedSound zeros(int ms) {
        return frames(ms, at -> -100, at -> 0, at -> 0);
    }

    /** Typing: a click of 20 ms every 180 ms over a quiet room. */
    ScriptedSound keys(double dbfs, int ms) {
        return frames(ms, at -> at % 180 < 20 ? dbfs : -65, at -> 0.3 * random.nextDouble(), at -> 0);
    }

    /**
     * Speech: four syllables a second, each a voiced vowel whose pitch falls after an unvoiced consonant 12 dB softer, over a room of
     * −65 dBFS.
     */
    ScriptedSound speech(double dbfs, int ms) {
        return frames(ms, at -> Math.max(-65, (at % 250 < 70 ? dbfs - 12 : dbfs) + 2 * random.nextGaussian()),
                at -> at % 250 < 70 ? 0.3 : 0.85, at -> at % 250 < 70 ? 0 : 140 - at % 250 / 8.0);
    }

    /** A drawled "uhm", as it is when it comes after speech, and a hum: no dip at all, and the pitch stands still. */
    ScriptedSound tone(double dbfs, int ms) {
        return frames(ms, at -> dbfs + 0.5 * random.nextGaussian(), at -> 0.9, at -> 120 + 0.2 * random.nextGaussian());
    }

    /** A melody: notes of 250 ms, each with a pitch of its own. */
    ScriptedSound melody(double dbfs, int ms) {
        return frames(ms, at -> dbfs - at % 250 / 50.0, at -> 0.9, at -> 110 * Math.pow(2, at / 250 * 5 % 12 / 12.0));
    }

    /** Coughs: 200 ms of rushing air, then a voice 6 dB softer for 100 ms, then quiet. */
    ScriptedSound coughs(double dbfs, int ms) {
        return frames(ms, at -> at % 800 < 200 ? dbfs : at % 800 < 300 ? dbfs - 6 : -65,
                at -> at % 800 >= 200 && at % 800 < 300 ? 0.8 : 0.2,
                at -> at % 800 >= 200 && at % 800 < 300 ? 250 - (at % 800 - 200) / 2.0 : 0);
    }

    ScriptedSound muted(int ms) {
        for (int at = 0; at < ms; at += FRAME_MS) {
            now += FRAME_MS;
            heard(detector.acceptMuted(now));
        }
        return this;
    }

    ScriptedSound partnerSounds(boolean sounds) {
        partnerSounds = sounds;
        return this;
    }

    /** The microphone is known not to hear the loudspeaker. */
    ScriptedSound withHeadphones() {
        mayHoldEcho = false;
        return this;
    }

    private interface Curve {
        double at(int ms);
    }

    private ScriptedSound frames(int ms, Curve dbfs, Curve periodicity, Curve hertz) {
        for (int at = 0; at < ms; at += FRAME_MS) {
            now += FRAME_MS;
            heard(detector.accept(new HeardFrame(dbfs.at(at), periodicity.at(at), hertz.at(at), mayHoldEcho), now,
                    partnerSounds));
        }
        return this;
    }

    private void heard(VoiceActivity next) {
        if (next.speaking() && !activity.speaking()) {
            knownAt = now;
        } else if (!next.speaking() && activity.speaking()) {
            stretches.add(new Stretch(next.startedAt(), knownAt, next.lastVoiceAt()));
        }
        activity = next;
    }

    long now() {
        return now;
    }

    VoiceActivity activity() {
        return activity;
    }

    /** The stretches that are over. */
    List<Stretch> stretches() {
        return List.copyOf(stretches);
    }
}
