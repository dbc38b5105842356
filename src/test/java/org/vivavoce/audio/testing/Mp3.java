package org.vivavoce.audio.testing;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;

/** Makes MP3 files of recordings. Functions without state. */
public final class Mp3 {

    private Mp3() {}

    /** Encodes at a constant bit rate, the same sound in every channel. */
    public static byte[] encode(WaveFile file, int channels, int kbits) {
        AudioFormat format = new AudioFormat(file.rate(), 16, channels, true, false);
        byte[] pcm = new byte[file.samples().length * 2 * channels];
        int at = 0;
        for (short sample : file.samples()) {
            for (int c = 0; c < channels; c++) {
                pcm[at++] = (byte) sample;
                pcm[at++] = (byte) (sample >> 8);
            }
        }
        LameEncoder encoder = new LameEncoder(format, kbits, channels == 1
                ? LameEncoder.CHANNEL_MODE_MONO
                : LameEncoder.CHANNEL_MODE_STEREO, LameEncoder.QUALITY_MIDDLE, false);
        ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
        byte[] buffer = new byte[Math.max(encoder.getMP3BufferSize(), 16_384)];
        int piece = 1152 * 2 * channels;
        for (int from = 0; from < pcm.length; from += piece) {
            int count = encoder.encodeBuffer(pcm, from, Math.min(piece, pcm.length - from), buffer);
            mp3.write(buffer, 0, count);
        }
        mp3.write(buffer, 0, encoder.encodeFinish(buffer));
        encoder.close();
        return mp3.toByteArray();
    }
}
