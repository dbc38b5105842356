package org.vivavoce.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.audio.SpeechDecoder.NotAudioException;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Mp3;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StreamingSpeechDecoderTest {

    @ParameterizedTest
    @CsvSource({"24000,1,64", "24000,1,32", "44100,2,128", "48000,1,128", "16000,1,32", "22050,2,64"})
    void mp3OfAnyKindBecomesTheSameSoundWhateverPiecesItComesIn(int rate, int channels, int kbits) throws Exception {
        WaveFile voice = Tones.voice(rate, 150, -20, Duration.ofSeconds(2));
        byte[] mp3 = Mp3.encode(voice, channels, kbits);

        WaveFile inPieces = decode(mp3, 37);
        WaveFile atOnce = decode(mp3, mp3.length);

        assertTrue(Arrays.equals(inPieces.samples(), atOnce.samples()));
        Correlation likeness = Correlation.of(voice, inPieces);
        assertTrue(likeness.coefficient() > 0.95, likeness::toString);
        assertEquals(2.0, inPieces.seconds(), 0.12);
    }

    @Test
    void firstSamplesComeWithTheFirstFrames() throws Exception {
        byte[] mp3 = Mp3.encode(Tones.voice(24_000, 150, -20, Duration.ofSeconds(2)), 1, 64);

        assertTrue(bytesToFirstSample(mp3) <= 600, () -> bytesToFirstSample(mp3) + " bytes");
    }

    @Test
    void tagsAndTheEncodersOwnFrameAreSkipped() throws Exception {
        WaveFile voice = Tones.voice(24_000, 150, -20, Duration.ofSeconds(1));
        byte[] mp3 = Mp3.encode(voice, 1, 64);
        byte[] tag = new byte[10 + 5000];
        System.arraycopy("ID3\4\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, tag, 0, 8);
        tag[8] = (byte) (5000 >> 7);
        tag[9] = (byte) (5000 & 0x7F);

        WaveFile decoded = decode(concat(tag, mp3), 100);

        assertTrue(Arrays.equals(decode(mp3, 100).samples(), decoded.samples()));
    }

    @Test
    void soundGoesOnAfterGarbageInTheMiddle() throws Exception {
        WaveFile voice = Tones.voice(24_000, 150, -20, Duration.ofSeconds(3));
        byte[] mp3 = Mp3.encode(voice, 1, 64);
        byte[] garbage = new byte[1000];
        new Random(1).nextBytes(garbage);
        int cut = mp3.length / 2 + 13;

        WaveFile decoded = decode(
                concat(concat(Arrays.copyOf(mp3, cut), garbage), Arrays.copyOfRange(mp3, cut, mp3.length)), 512);

        assertEquals(3.0, decoded.seconds(), 0.2);
        WaveFile end = voice.part(Duration.ofMillis(2000), Duration.ofMillis(2900));
        assertTrue(Correlation.of(end, decoded).coefficient() > 0.9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 3333, 7777})
    void aStreamThatBreaksOffSoundsToItsLastWholeFrame(int bytes) throws Exception {
        byte[] mp3 = Mp3.encode(Tones.voice(24_000, 150, -20, Duration.ofSeconds(2)), 1, 64);

        WaveFile decoded = decode(Arrays.copyOf(mp3, bytes), 100);

        assertEquals(bytes * 8 / 64_000.0, decoded.seconds(), 0.06);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "2000000000"})
    void wavSoundsWhateverLengthItClaims(int claimed) throws Exception {
        WaveFile voice = Tones.voice(16_000, 150, -20, Duration.ofSeconds(1));
        byte[] wav = new WavEncoder().encode(voice.samples()).bytes();
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(4, claimed).putInt(40, claimed);

        WaveFile decoded = decode(wav, 77);

        assertEquals(1.0, decoded.seconds(), 0.002);
        assertTrue(Correlation.of(voice, decoded).coefficient() > 0.98);
    }

    @Test
    void wavOf24BitStereoSounds() throws Exception {
        ByteBuffer wav = ByteBuffer.allocate(44 + 48_000 * 6).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(WaveHeader.of(48_000, 0));
        wav.putShort(22, (short) 2).putInt(28, 48_000 * 6).putShort(32, (short) 6).putShort(34, (short) 24).putInt(40,
                48_000 * 6);
        WaveFile tone = Tones.sine(48_000, 400, -20, Duration.ofSeconds(1));
        for (short sample : tone.samples()) {
            for (int c = 0; c < 2; c++) {
                wav.put((byte) 0).putShort(sample);
            }
        }

        assertTrue(Correlation.of(tone, decode(wav.array(), 1000)).coefficient() > 0.99);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"error\": {\"message\": \"no such voice\"}} | a JSON message",
        "<!DOCTYPE html><html><body>Not found</body></html> | a web page",
        "Internal Server Error, sorry | plain text", "OggS..................... | an Ogg file",
        "fLaC..................... | a FLAC file"})
    void whatIsNotSoundIsNamedAndNeverQuoted(String body, String kind) {
        byte[] bytes = body.strip().getBytes(StandardCharsets.UTF_8);

        for (int piece : new int[]{1, 5, bytes.length}) {
            NotAudioException e = assertThrows(NotAudioException.class, () -> decode(bytes, piece));
            assertEquals(kind, e.getMessage());
        }
    }

    @Test
    void nothingAtAllIsNotSound() {
        assertEquals("nothing at all",
                assertThrows(NotAudioException.class, () -> decode(new byte[0], 1)).getMessage());
    }

    @Test
    void noiseIsNotSound() {
        byte[] noise = new byte[200_000];
        new Random(2).nextBytes(noise);

        assertThrows(NotAudioException.class, () -> decode(noise, 4096));
    }

    @Test
    void damagedBytesNeverDoMoreThanFail() throws Exception {
        WaveFile voice = Tones.voice(24_000, 150, -20, Duration.ofMillis(600));
        byte[][] originals = {Mp3.encode(voice, 1, 64), Mp3.encode(voice.at(44_100), 2, 96),
            new WavEncoder().encode(voice.samples()).bytes()};
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] mutant = mutate(originals[seed % originals.length].clone(), random);
            try {
                decode(mutant, 1 + random.nextInt(700));
            } catch (NotAudioException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank()); // the only failure there is
            }
        }
    }

    @Test
    void warmingUpDoesNotFail() {
        StreamingSpeechDecoder.warmUp();
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int changes = 1 + random.nextInt(40);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextInt(4) == 0 ? Math.min(bytes.length, 64) : bytes.length);
            bytes[at] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static int bytesToFirstSample(byte[] mp3) {
        int[] samples = {0};
        try (StreamingSpeechDecoder decoder = new StreamingSpeechDecoder()) {
            int fed = 0;
            while (samples[0] == 0) {
                decoder.feed(new byte[]{mp3[fed++]}, 1, out -> samples[0] += out.length);
            }
            return fed;
        } catch (NotAudioException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static WaveFile decode(byte[] bytes, int piece) throws NotAudioException, InterruptedException {
        SampleQueue out = new SampleQueue();
        try (StreamingSpeechDecoder decoder = new StreamingSpeechDecoder()) {
            for (int at = 0; at < bytes.length; at += piece) {
                byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece));
                decoder.feed(part, part.length, samples -> out.add(samples, 0, samples.length));
            }
            decoder.finish(samples -> out.add(samples, 0, samples.length));
        }
        return new WaveFile(out.takeAll(), Sound.PLAYBACK_RATE);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
