package org.vivavoce.session;

import org.vivavoce.audio.SoundLevel;
import org.vivavoce.session.ConversationEvent.Levels;
import org.vivavoce.session.ConversationEvent.Muted;
import org.vivavoce.session.SessionEvent.Frame;
import org.vivavoce.turn.AdaptiveVoiceActivity;
import org.vivavoce.turn.ClassicVoiceActivity;
import org.vivavoce.turn.HeardFrame;
import org.vivavoce.turn.VoiceActivity;
import org.vivavoce.turn.VoiceActivityDetector;
import org.vivavoce.turn.VoiceActivityValues;

/** Makes voice activity of captured frames, and silence of them while muted. Used by the {@code session} thread. */
final class Hearing {

    private static final int FRAMES_A_LEVEL = 5; // levels are told 20 times a second

    private final VoiceActivityDetector detector;
    private final UserSide user;
    private final PartnerVoice voice;
    private final ConversationListener listener;
    private boolean muted;
    private int frames;
    private long lastVoiceAt;

    Hearing(boolean classic, UserSide user, PartnerVoice voice, ConversationListener listener) {
        this.detector = classic
                ? new ClassicVoiceActivity()
                : new AdaptiveVoiceActivity(VoiceActivityValues.defaults());
        this.user = user;
        this.voice = voice;
        this.listener = listener;
    }

    void mute(boolean mute) {
        muted = mute;
        listener.on(new Muted(mute));
    }

    /** Takes the next 10 ms. */
    VoiceActivity hear(Frame captured) {
        Frame frame = muted
                ? new Frame(new short[captured.samples().length], captured.level(), captured.mayHoldEcho(),
                        captured.atMillis())
                : captured;
        double dbfs = muted ? SoundLevel.SILENCE_DBFS : frame.level().dbfs();
        user.hear(frame);
        if (++frames % FRAMES_A_LEVEL == 0) {
            listener.on(new Levels(dbfs, voice.levelDbfs()));
        }
        VoiceActivity activity = muted
                ? detector.acceptMuted(frame.atMillis())
                : detector.accept(heard(frame), frame.atMillis(), voice.sounds());
        lastVoiceAt = activity.lastVoiceAt();
        return activity;
    }

    /** When somebody was last heard to speak, milliseconds since the conversation's start. */
    long lastVoiceAt() {
        return lastVoiceAt;
    }

    private static HeardFrame heard(Frame frame) {
        SoundLevel level = frame.level();
        return new HeardFrame(level.dbfs(), level.periodicity(), level.pitchHertz(), frame.mayHoldEcho());
    }
}
