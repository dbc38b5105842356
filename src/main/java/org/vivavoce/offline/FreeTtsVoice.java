package org.vivavoce.offline;

import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.audio.AudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Language;

/**
 * Speaks English with FreeTTS, which comes with the program: the last resort, where the system has no voice. Any thread; one speaks
 * at a time, and loads the voice (0.8 s) at its first sentence.
 */
final class FreeTtsVoice implements BuiltInVoice {

    private static final int SAMPLE_RATE = 16_000;

    private final Object lock = new Object();
    private final ByteArrayOutputStream wave = new ByteArrayOutputStream(); // guarded by lock
    private @Nullable Voice voice; // guarded by lock

    @Override
    public boolean speaks(Language language) {
        return language.code().equals("en");
    }

    @Override
    public void speak(VoiceRequest request, PcmSink sink) throws VoiceException, IOException {
        short[] samples = synthesize(request);
        sink.begin(SAMPLE_RATE);
        sink.samples(samples, samples.length);
    }

    @Override
    public String describe() {
        return "FreeTTS (English only; install espeak-ng for the other languages)";
    }

    private short[] synthesize(VoiceRequest request) throws VoiceException {
        synchronized (lock) {
            wave.reset();
            try {
                Voice kevin = loaded();
                kevin.setRate(request.wordsPerMinute());
                kevin.setPitch(request.modeId().equals("language") ? 120 : 100);
                kevin.speak(request.text());
            } catch (RuntimeException e) {
                // It throws whatever comes up at texts it does not know how to read.
                throw new VoiceException("The built-in English voice cannot read this sentence.");
            }
            byte[] bytes = wave.toByteArray();
            short[] samples = new short[bytes.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xFF));
            }
            return samples;
        }
    }

    /** Called with the lock held. */
    private Voice loaded() throws VoiceException {
        if (voice == null) {
            for (Voice candidate : new KevinVoiceDirectory().getVoices()) {
                if (candidate.getName().equals("kevin16")) {
                    candidate.setAudioPlayer(collector());
                    // With a queue of its own FreeTTS starts a thread for the output; without one it works on the caller's.
                    candidate.setOutputQueue(new OutputQueue());
                    candidate.allocate();
                    candidate.setOutputQueue(null);
                    voice = candidate;
                }
            }
        }
        if (voice == null) {
            throw new VoiceException("The program is incomplete: its English voice is missing.");
        }
        return voice;
    }

    /**
     * Takes what FreeTTS would play. A proxy, because FreeTTS's interface names a type of javax.sound, which is the business of
     * another package.
     */
    private AudioPlayer collector() {
        return (AudioPlayer) Proxy.newProxyInstance(AudioPlayer.class.getClassLoader(),
                new Class<?>[]{AudioPlayer.class},
                (proxy, method, arguments) -> answer(method, arguments));
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("write") && arguments != null) {
            byte[] bytes = (byte[]) arguments[0];
            int offset = arguments.length == 3 ? (int) arguments[1] : 0;
            int length = arguments.length == 3 ? (int) arguments[2] : bytes.length;
            wave.write(bytes, offset, length);
        }
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return true;
        }
        if (type == float.class) {
            return 1f;
        }
        return type == long.class ? 0L : null;
    }
}
