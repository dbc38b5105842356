package org.vivavoce.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.audio.SpeechDecoder.NotAudioException;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Mp3;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Utterances that come as files of different kinds. */
class UtteranceFileTest {

    private final WaveFile voice = Tones.voice(Sound.CAPTURE_RATE, 150, -20, Duration.ofMillis(2500));

    @Test
    void aWavFileIsReadSampleBySample() throws Exception {
        byte[] file = new WavEncoder().encode(voice.samples()).bytes();

        assertArrayEquals(voice.samples(), UtteranceFile.samples(file));
    }

    @Test
    void opusIsReadWithoutWhatTheEncoderPutBeforeIt() throws Exception {
        short[] read = UtteranceFile.samples(new OpusEncoder().encode(voice.samples()).bytes());

        assertEquals(voice.samples().length, read.length, 400);
        Correlation likeness = Correlation.of(voice, new WaveFile(read, Sound.CAPTURE_RATE));
        assertTrue(likeness.coefficient() > 0.8, likeness::toString);
        assertEquals(0, likeness.lagMillis(), 10);
    }

    @Test
    void mp3IsRead() throws Exception {
        short[] read = UtteranceFile.samples(Mp3.encode(voice, 1, 64));

        Correlation likeness = Correlation.of(voice, new WaveFile(read, Sound.CAPTURE_RATE));
        assertTrue(likeness.coefficient() > 0.8, likeness::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "This is no sound at all.", "{\"error\": 1}", "<html></html>", "OggS and no more",
        "RIFF....WAVEand no more"})
    void whatIsNoSoundIsRefused(String content) {
        assertThrows(NotAudioException.class,
                () -> UtteranceFile.samples(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void damagedFilesAreReadAsFarAsTheyGoOrRefused() throws Exception {
        Random random = new Random(7);
        byte[] whole = new OpusEncoder().encode(voice.samples()).bytes();
        for (int i = 0; i < 200; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                assertTrue(UtteranceFile.samples(damaged).length > 0);
            } catch (NotAudioException e) {
                assertTrue(String.valueOf(e.getMessage()).length() > 5);
            }
        }
    }

    @Test
    void whatIsLongerThanRecognisersTakeIsRefused() {
        int rate = 4000;
        int bytes = (UtteranceFile.MOST_MINUTES * 60 + 2) * rate;
        ByteBuffer file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1)
                .putShort((short) 1).putInt(rate).putInt(rate).putShort((short) 1).putShort((short) 8)
                .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);

        NotAudioException refused = assertThrows(NotAudioException.class, () -> UtteranceFile.samples(file.array()));
        assertEquals("longer than 10 minutes", refused.getMessage());
    }
}
