package org.vivavoce.offline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/** Makes sound to send and reads the sound that comes back. */
final class TestSound {

    static final int RATE = 16_000;

    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();

    /** Silence with a breath of noise. */
    TestSound silence(double seconds) {
        return add(seconds, 0);
    }

    /** Something like a voice: 150 Hz with overtones, in syllables of 5 a second. */
    TestSound voice(double seconds, double dbfs) {
        return add(seconds, Math.pow(10, dbfs / 20));
    }

    private TestSound add(double seconds, double rms) {
        int count = (int) Math.round(seconds * RATE);
        for (int i = 0; i < count; i++) {
            double phase = 2 * Math.PI * 150 * i / RATE;
            double tone = (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(3 * phase)) / 0.82;
            double syllable = 0.75 + 0.35 * Math.sin(2 * Math.PI * 5 * i / RATE);
            double noise = ((i * 7919) % 13 - 6) / 32_768.0;
            int value = (int) Math.round(32_767 * Math.clamp(rms * tone * syllable + noise, -1, 1));
            samples.write(value & 0xFF);
            samples.write(value >> 8);
        }
        return this;
    }

    byte[] wav() {
        return wav(samples.toByteArray(), RATE, 1, 16, samples.size());
    }

    static byte[] wav(byte[] pcm, int rate, int channels, int bits, int declaredSize) {
        ByteBuffer file = ByteBuffer.allocate(44 + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + declaredSize);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1)
                .putShort((short) channels);
        file.putInt(rate).putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(declaredSize).put(pcm);
        return file.array();
    }

    /** Decoded speech. */
    record Decoded(int sampleRate, double seconds, double voicedDbfs) {}

    /** Decodes an MP3 with JLayer. */
    static Decoded decode(byte[] mp3) throws JavaLayerException {
        Bitstream stream = new Bitstream(new ByteArrayInputStream(mp3));
        Decoder decoder = new Decoder();
        int rate = 0;
        long count = 0;
        List<Double> powers = new ArrayList<>();
        for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
            SampleBuffer buffer = (SampleBuffer) decoder.decodeFrame(header, stream);
            rate = buffer.getSampleFrequency();
            double sum = 0;
            for (int i = 0; i < buffer.getBufferLength(); i++) {
                sum += (double) buffer.getBuffer()[i] * buffer.getBuffer()[i];
            }
            powers.add(sum / Math.max(1, buffer.getBufferLength()) / 32_768 / 32_768);
            count += buffer.getBufferLength();
            stream.closeFrame();
        }
        double voiced = powers.stream().mapToDouble(Double::doubleValue).filter(power -> power > 1e-5).average()
                .orElse(1e-10);
        return new Decoded(rate, rate == 0 ? 0 : (double) count / rate, 10 * Math.log10(voiced));
    }
}
