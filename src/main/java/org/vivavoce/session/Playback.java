package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundLevel;
import org.vivavoce.session.ReplyAudio.Beginning;
import org.vivavoce.session.SessionEvent.LoudspeakerChanged;
import org.vivavoce.session.SessionEvent.ReplySounded;
import org.vivavoce.session.SessionEvent.SentenceSounds;

/**
 * Plays the partner's speech, frame by frame. When the loudspeaker is missing or goes away it says so once and looks for it every two
 * seconds. Runs on the {@code playback} thread; the other methods come from the {@code session} and {@code reply-*} threads.
 */
final class Playback implements Runnable, PartnerVoice {

    private static final long LOOK_AGAIN_MS = 2000;

    private final SoundParts sound;
    private final SessionClock clock;
    private final Consumer<SessionEvent> session;
    private final ReplyAudio audio = new ReplyAudio();
    private final FrameCutter frames = new FrameCutter(Sound.PLAYBACK_FRAME); // playback thread
    private final Fader fader = new Fader();
    private final UnderrunMeter underruns = new UnderrunMeter();
    private volatile boolean available;
    private volatile double levelDbfs = SoundLevel.SILENCE_DBFS;
    private volatile @Nullable Loudspeaker loudspeaker;

    Playback(SoundParts sound, SessionClock clock, Consumer<SessionEvent> session) {
        this.sound = sound;
        this.clock = clock;
        this.session = session;
    }

    @Override
    public void run() {
        boolean told = false;
        while (!audio.isClosed()) {
            try (Loudspeaker opened = sound.devices().openLoudspeaker(sound.names().loudspeaker())) {
                loudspeaker = opened;
                available = true;
                told = false;
                session.accept(new LoudspeakerChanged(true, ""));
                play(opened);
            } catch (AudioDeviceException e) {
                loudspeakerIsGone();
                if (!told) {
                    session.accept(new LoudspeakerChanged(false, e.sentence()));
                    told = true;
                }
                passWithoutSound();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                loudspeaker = null;
                available = false;
            }
        }
    }

    private void loudspeakerIsGone() {
        available = false;
        loudspeaker = null;
        levelDbfs = SoundLevel.SILENCE_DBFS;
        audio.soundIsGone();
    }

    private void play(Loudspeaker out) throws AudioDeviceException, InterruptedException {
        for (ReplyAudio.Item item = audio.take(); item != null; item = audio.take()) {
            if (item.reply() == ReplyAudio.ASIDE) {
                sayAside(out, item.samples());
            } else if (item.sentence() == ReplyAudio.END) {
                finish(out, item.reply());
            } else {
                write(out, item);
            }
        }
    }

    private void sayAside(Loudspeaker out, short[] samples) throws AudioDeviceException {
        frames.clear();
        fader.beginsInSilence();
        List<short[]> all = new ArrayList<>();
        frames.cut(samples).forEach(all::add);
        all.add(frames.rest());
        for (short[] frame : all) {
            sound(out, frame);
            if (!audio.asideGoesOn()) {
                out.silence(); // interrupted between the look and the write
                break;
            }
        }
        out.drain();
        levelDbfs = SoundLevel.SILENCE_DBFS;
        audio.asideOver();
    }

    private void write(Loudspeaker out, ReplyAudio.Item item) throws AudioDeviceException {
        Beginning beginning = audio.begins(item, out);
        if (beginning == Beginning.UNWANTED) {
            return;
        }
        if (beginning == Beginning.REPLY) {
            frames.clear();
            fader.beginsInSilence();
            underruns.stops();
        }
        if (beginning != Beginning.GOES_ON) {
            session.accept(new SentenceSounds(item.reply(), item.sentence()));
        }
        for (short[] frame : frames.cut(item.samples())) {
            if (!writeFrame(out, item.reply(), item.sentence(), frame)) {
                underruns.stops();
                return;
            }
            if (underruns.wrote(clock.millis(), audio.isWaiting())) {
                out.holdMore();
            }
        }
    }

    private boolean writeFrame(Loudspeaker out, long reply, int sentence, short[] frame) throws AudioDeviceException {
        if (!audio.writes(reply, sentence, frame.length)) {
            return false;
        }
        sound(out, frame);
        if (audio.isCurrent(reply)) {
            return true;
        }
        out.silence(); // interrupted or paused between the look and the write: the frame must not sound
        levelDbfs = SoundLevel.SILENCE_DBFS;
        return false;
    }

    private void sound(Loudspeaker out, short[] frame) throws AudioDeviceException {
        fader.apply(frame);
        levelDbfs = SoundLevel.dbfs(frame, 0, frame.length);
        sound.canceller().played(frame);
        out.write(frame, 0, frame.length);
    }

    private void finish(Loudspeaker out, long reply) throws AudioDeviceException {
        short[] rest = frames.rest();
        try {
            if (rest.length > 0 && audio.sounds()) { // else it is left of a reply that was interrupted
                writeFrame(out, reply, audio.lastSentence(), rest);
            }
        } catch (AudioDeviceException e) {
            audio.end(reply); // the end is still to be told
            throw e;
        }
        out.drain();
        if (audio.finished(reply, out)) {
            levelDbfs = SoundLevel.SILENCE_DBFS;
            session.accept(new ReplySounded(reply));
        }
    }

    /** Without a loudspeaker what waits is shown, not heard: it counts as sounded. */
    private void passWithoutSound() {
        long ended = audio.passWithoutSound(LOOK_AGAIN_MS);
        if (ended >= 0) {
            session.accept(new ReplySounded(ended));
        }
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public void begin(long reply, boolean held) {
        audio.interruptReply(loudspeaker);
        fader.softer(0);
        audio.begin(reply, held);
    }

    @Override
    public void release(long reply) {
        audio.setHeld(reply, false);
    }

    @Override
    public void hold(long reply) {
        audio.setHeld(reply, true);
    }

    @Override
    public boolean put(long reply, int sentence, short[] samples) throws InterruptedException {
        return audio.put(reply, sentence, samples);
    }

    @Override
    public void aside(short[] samples) {
        fader.softer(0);
        audio.aside(samples);
    }

    @Override
    public void endAside() {
        audio.endAside(loudspeaker);
    }

    @Override
    public void endSentence(long reply, int sentence) {
        audio.endSentence(reply, sentence);
    }

    @Override
    public void end(long reply) {
        audio.end(reply);
    }

    @Override
    public HeardSentences interrupt() {
        HeardSentences heard = audio.interrupt(loudspeaker);
        levelDbfs = SoundLevel.SILENCE_DBFS;
        return heard;
    }

    @Override
    public List<short[]> takeHeard(long reply) {
        return audio.takeHeard(reply);
    }

    @Override
    public void soften(double byDb) {
        fader.softer(byDb);
    }

    @Override
    public HeardSentences pause() {
        HeardSentences heard = audio.pause(loudspeaker);
        levelDbfs = SoundLevel.SILENCE_DBFS;
        return heard;
    }

    @Override
    public void resume(int sentence, long fromSample) {
        fader.softer(0);
        audio.resume(sentence, fromSample);
    }

    @Override
    public boolean sounds() {
        return audio.sounds();
    }

    @Override
    public double levelDbfs() {
        return levelDbfs;
    }

    @Override
    public long soundedMillis() {
        return audio.soundedMillis();
    }

    /** How often the loudspeaker ran dry though there was something to play; any thread. */
    long underruns() {
        return underruns.underruns();
    }

    /** Ends the loop and silences; from any thread. */
    void close() {
        interrupt();
        audio.close();
    }
}
