package org.vivavoce.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OpusRecordingTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Path recorded(WaveFile sound) throws IOException {
        Path file = folder.resolve("sound.ogg");
        Files.write(file, new OpusEncoder().encode(sound.samples()).bytes());
        return file;
    }

    private static WaveFile played(Path file, Duration from) throws Exception {
        short[] all = new short[0];
        try (OpusRecording recording = OpusRecording.open(file, from)) {
            for (Optional<short[]> next = recording.next(); next.isPresent(); next = recording.next()) {
                int at = all.length;
                all = Arrays.copyOf(all, at + next.get().length);
                System.arraycopy(next.get(), 0, all, at, next.get().length);
            }
        }
        return new WaveFile(all, Sound.PLAYBACK_RATE);
    }

    @Test
    void whatWasEncodedIsPlayedAsLongAsItWasAndSoundsTheSame() throws Exception {
        WaveFile voice = Tones.voice(Sound.CAPTURE_RATE, 150, -20, Duration.ofMillis(3210));

        WaveFile played = played(recorded(voice), Duration.ZERO);

        assertEquals(3.210, played.seconds(), 0.001);
        Correlation likeness = Correlation.of(voice, played);
        assertTrue(likeness.coefficient() > 0.8, likeness::toString);
        assertEquals(0, likeness.lagMillis(), 15);
    }

    @Test
    void fromAMomentInTheMiddleItGoesOnToTheEnd() throws Exception {
        WaveFile voice = Tones.voice(Sound.CAPTURE_RATE, 150, -20, Duration.ofSeconds(4));
        Path file = recorded(voice);

        WaveFile rest = played(file, Duration.ofMillis(2515));

        assertEquals(4 - 2.515, rest.seconds(), 0.002);
        Correlation likeness = Correlation.of(voice.part(Duration.ofMillis(2515), Duration.ofSeconds(4)), rest);
        assertTrue(likeness.coefficient() > 0.8, likeness::toString);
        assertEquals(0, played(file, Duration.ofSeconds(9)).samples().length);
    }

    @Test
    void whatIsNoRecordingIsToldAsSuch() throws IOException {
        Path file = folder.resolve("text.ogg");
        for (String text : new String[]{"", "no sound at all", "OggS", "OggS\0\2" + "x".repeat(100)}) {
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
            assertThrows(SpeechDecoder.NotAudioException.class, () -> OpusRecording.open(file, Duration.ZERO), text);
        }
        assertThrows(IOException.class, () -> OpusRecording.open(folder.resolve("none.ogg"), Duration.ZERO));
    }

    @Test
    void whatIsCutOffIsPlayedAsFarAsItGoes() throws Exception {
        Path file = recorded(Tones.voice(Sound.CAPTURE_RATE, 150, -20, Duration.ofSeconds(4)));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        long millis = played(file, Duration.ZERO).duration().toMillis();

        assertTrue(millis >= 1000 && millis <= 3500, "millis: " + millis);
    }
}
