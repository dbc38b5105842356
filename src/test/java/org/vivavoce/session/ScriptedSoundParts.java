package org.vivavoce.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.EchoCanceller;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Microphone;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundLevel;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.audio.SpeechDecoder;

/** Sound without sound: devices that a test hands over, a decoder that makes a sample of each byte. */
final class ScriptedSoundParts {

    private final BlockingQueue<ScriptedLoudspeaker> loudspeakers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Microphone> microphones = new LinkedBlockingQueue<>();
    private final List<short[]> played = Collections.synchronizedList(new ArrayList<>());

    private final class Devices implements SoundSystem {
        @Override
        public List<String> microphones() {
            return List.of();
        }

        @Override
        public List<String> loudspeakers() {
            return List.of();
        }

        @Override
        public Microphone openMicrophone(String device) throws AudioDeviceException {
            Microphone next = microphones.poll();
            if (next == null) {
                throw new AudioDeviceException("There is no microphone.", null);
            }
            return next;
        }

        @Override
        public Loudspeaker openLoudspeaker(String device) throws AudioDeviceException {
            Loudspeaker next = loudspeakers.poll();
            if (next == null) {
                throw new AudioDeviceException("There is no loudspeaker.", null);
            }
            return next;
        }
    }

    private final class Canceller implements EchoCanceller {
        @Override
        public void played(short[] frame) {
            played.add(frame);
        }

        @Override
        public boolean clean(short[] frame) {
            return true;
        }

        @Override
        public boolean cancelsEcho() {
            return false;
        }

        @Override
        public void close() {}
    }

    private static final class ByteDecoder implements SpeechDecoder {
        @Override
        public void feed(byte[] bytes, int length, Sink sink) throws NotAudioException, InterruptedException {
            if (bytes[0] == '{') {
                throw new NotAudioException("JSON");
            }
            short[] samples = new short[length];
            for (int i = 0; i < length; i++) {
                samples[i] = bytes[i];
            }
            sink.accept(samples);
        }

        @Override
        public void finish(Sink sink) {}

        @Override
        public void close() {}
    }

    /** The next loudspeaker that can be opened; none after it until the next is added. */
    ScriptedLoudspeaker addLoudspeaker() {
        ScriptedLoudspeaker loudspeaker = new ScriptedLoudspeaker();
        loudspeakers.add(loudspeaker);
        return loudspeaker;
    }

    void addMicrophone(Microphone microphone) {
        microphones.add(microphone);
    }

    /** What the echo canceller was told. */
    List<short[]> playedFrames() {
        return played;
    }

    SoundParts parts() {
        return new SoundParts(new Devices(), new SoundParts.Names("", ""), new Canceller(),
                frame -> new SoundLevel(-65, 0, 0),
                samples -> new EncodedAudio("sound".getBytes(StandardCharsets.UTF_8), EncodedAudio.Format.WAV,
                        Duration.ofMillis(samples.length * 1000L / Sound.CAPTURE_RATE)),
                ByteDecoder::new);
    }
}
