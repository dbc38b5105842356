package org.vivavoce.openai.testing;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sound.sampled.AudioFormat;

/** Texts as MP3, each rendered once. Thread-safe: who asks for a text that is being rendered waits for it. */
final class RenderedSpeech {

    private static final int KBIT_PER_SECOND = 64;

    /** A rendered text. */
    record Mp3(byte[] bytes, Duration duration, short[] samples) {}

    private record Key(String text, Duration leadingSilence) {}

    private final Voice voice;
    private final ConcurrentHashMap<Key, FutureTask<Mp3>> rendered = new ConcurrentHashMap<>();

    RenderedSpeech(Voice voice) {
        this.voice = voice;
    }

    /** The text as sound, with silence before it. */
    Mp3 of(String text, Duration leadingSilence) throws IOException, InterruptedException {
        FutureTask<Mp3> task = rendered.computeIfAbsent(new Key(text, leadingSilence),
                key -> new FutureTask<>(() -> render(key)));
        task.run(); // does nothing when it has been run, or is running
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("cannot speak", e);
        }
    }

    private Mp3 render(Key key) throws IOException, InterruptedException {
        short[] spoken = voice.speak(key.text());
        int silence = (int) (key.leadingSilence().toMillis() * Voice.SAMPLE_RATE / 1000);
        ByteBuffer pcm = ByteBuffer.allocate((silence + spoken.length) * 2).order(ByteOrder.LITTLE_ENDIAN);
        pcm.position(silence * 2);
        for (short sample : spoken) {
            pcm.putShort(sample);
        }
        long millis = pcm.capacity() / 2 * 1000L / Voice.SAMPLE_RATE;
        short[] samples = Arrays.copyOf(new short[silence], silence + spoken.length);
        System.arraycopy(spoken, 0, samples, silence, spoken.length);
        return new Mp3(encode(pcm.array()), Duration.ofMillis(millis), samples);
    }

    private static byte[] encode(byte[] pcm) {
        LameEncoder encoder = new LameEncoder(new AudioFormat(Voice.SAMPLE_RATE, 16, 1, true, false), KBIT_PER_SECOND,
                LameEncoder.CHANNEL_MODE_MONO, LameEncoder.QUALITY_LOW, false);
        ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
        byte[] buffer = new byte[encoder.getMP3BufferSize()];
        int step = encoder.getPCMBufferSize();
        for (int at = 0; at < pcm.length; at += step) {
            mp3.write(buffer, 0, encoder.encodeBuffer(pcm, at, Math.min(step, pcm.length - at), buffer));
        }
        mp3.write(buffer, 0, encoder.encodeFinish(buffer));
        encoder.close();
        return mp3.toByteArray();
    }
}
