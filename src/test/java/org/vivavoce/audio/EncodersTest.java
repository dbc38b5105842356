package org.vivavoce.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.opus.OpusInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Programs;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EncodersTest {

    private final WaveFile voice = Tones.voice(Sound.CAPTURE_RATE, 150, -20, Duration.ofMillis(3210));

    @Test
    void aWavFileHoldsEverySample() {
        EncodedAudio encoded = new WavEncoder().encode(voice.samples());

        WaveFile read = WaveFile.parse(encoded.bytes());
        assertEquals(Sound.CAPTURE_RATE, read.rate());
        assertEquals(voice.duration(), encoded.duration());
        assertEquals(44 + 2 * voice.samples().length, encoded.bytes().length);
        assertArrayEquals(voice.samples(), read.samples());
    }

    @Test
    void theSamplesOfAWavFileCanBeHadAgain() {
        EncodedAudio encoded = new WavEncoder().encode(voice.samples());

        assertArrayEquals(voice.samples(), encoded.samples(Sound.CAPTURE_RATE));
        assertEquals(voice.samples().length * 1.5, encoded.samples(24_000).length, 50);
        assertThrows(IllegalStateException.class,
                () -> new OpusEncoder().encode(voice.samples()).samples(Sound.CAPTURE_RATE));
    }

    @Test
    void opusIsATenthOfWavAndSaysItsTrueLength() throws Exception {
        EncodedAudio opus = new OpusEncoder().encode(voice.samples());
        EncodedAudio wav = new WavEncoder().encode(voice.samples());

        assertEquals(EncodedAudio.Format.OGG_OPUS, opus.format());
        assertTrue(opus.bytes().length < 0.13 * wav.bytes().length,
                () -> opus.bytes().length + " of " + wav.bytes().length);
        Decoded decoded = decode(opus.bytes());
        assertEquals(voice.samples().length * 3L, decoded.endGranule - decoded.preSkip);
        assertEquals(voice.samples().length, decoded.sound.samples().length);
        Correlation likeness = Correlation.of(voice, decoded.sound);
        assertTrue(likeness.coefficient() > 0.8, likeness::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 319, 320, 321, 15_999, 16_000, 16_001})
    void opusOfAnyLengthSaysItsTrueLength(int samples) throws Exception {
        EncodedAudio opus = new OpusEncoder().encode(Arrays.copyOf(voice.samples(), samples));

        Decoded decoded = decode(opus.bytes());
        assertEquals(samples * 3L, decoded.endGranule - decoded.preSkip);
        assertTrue(decoded.lastIsMarked);
    }

    @Test
    void ffmpegHearsInTheOpusFileWhatWasSaid(@TempDir Path folder) throws IOException, InterruptedException {
        Programs.assumeInstalled("ffmpeg");
        WaveFile speech = Speech.espeak("en", "We were away all summer and nobody knew where we had gone.")
                .at(Sound.CAPTURE_RATE);
        Path ogg = folder.resolve("utterance.ogg");
        Path wav = folder.resolve("decoded.wav");
        Files.write(ogg, new OpusEncoder().encode(speech.samples()).bytes());

        Process process = new ProcessBuilder("ffmpeg", "-v", "error", "-i", ogg.toString(), "-ar", "16000",
                wav.toString()).inheritIO()
                .start();

        assertEquals(0, process.waitFor());
        WaveFile heard = WaveFile.read(wav);
        assertEquals(speech.seconds(), heard.seconds(), 0.002);
        Correlation likeness = Correlation.of(speech, heard);
        assertTrue(likeness.coefficient() > 0.85, likeness::toString);
        assertEquals(0, likeness.lagMillis(), 1.0);
    }

    private record Decoded(WaveFile sound, int preSkip, long endGranule, boolean lastIsMarked) {}

    private static Decoded decode(byte[] ogg) throws Exception {
        try (OggFile file = new OggFile(new ByteArrayInputStream(ogg))) {
            OggPacketReader reader = file.getPacketReader();
            OpusInfo info = new OpusInfo(reader.getNextPacket());
            reader.getNextPacket(); // tags
            OpusDecoder decoder = new OpusDecoder(Sound.CAPTURE_RATE, 1);
            SampleQueue out = new SampleQueue();
            long granule = 0;
            boolean marked = false;
            OggPacket packet = reader.getNextPacket();
            while (packet != null) {
                short[] samples = new short[5760];
                int count = decoder.decode(packet.getData(), 0, packet.getData().length, samples, 0, samples.length,
                        false);
                out.add(samples, 0, count);
                granule = packet.getGranulePosition();
                marked = packet.isEndOfStream();
                packet = reader.getNextPacket();
            }
            int skip = info.getPreSkip() / 3;
            int length = (int) ((granule - info.getPreSkip()) / 3);
            short[] all = out.takeAll();
            short[] heard = Arrays.copyOfRange(all, skip, skip + length);
            return new Decoded(new WaveFile(heard, Sound.CAPTURE_RATE), info.getPreSkip(), granule, marked);
        }
    }
}
