package org.vivavoce.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.VirtualPacer;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WaveDevicesTest {

    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder = Path.of("");

    private final VirtualPacer pacer = new VirtualPacer();
    private final SoundSystem system = new JavaSoundSystem(pacer);

    @Test
    void aFileIsHeardInRealTimeAndThenSilence() throws AudioDeviceException {
        WaveFile voice = Tones.voice(44_100, 150, -20, Duration.ofSeconds(1));
        Path file = folder.resolve("voice.wav");
        voice.write(file);
        try (Microphone microphone = system.openMicrophone(file.toString())) {
            SampleQueue heard = new SampleQueue();
            short[] frame = new short[Sound.CAPTURE_FRAME];
            long before = pacer.nanoTime();
            for (int i = 0; i < 200; i++) {
                assertTrue(microphone.read(frame));
                heard.add(frame, 0, frame.length);
            }
            assertEquals(2000 * MILLI, pacer.nanoTime() - before);
            WaveFile all = new WaveFile(heard.takeAll(), Sound.CAPTURE_RATE);
            assertTrue(Correlation.of(voice, all).coefficient() > 0.98);
            assertEquals(-100, Loudness.dbfs(all.part(Duration.ofMillis(1010), Duration.ofMillis(2000))));
        }
    }

    @Test
    void closingEndsABlockedReadOfAFile() throws AudioDeviceException {
        Path file = folder.resolve("voice.wav");
        Tones.sine(16_000, 300, -20, Duration.ofSeconds(1)).write(file);
        Microphone microphone = system.openMicrophone(file.toString());
        pacer.after(5, microphone::close);

        assertFalse(microphone.read(new short[Sound.CAPTURE_FRAME]));
    }

    @Test
    void aFileThatIsMissingOrNoSoundIsToldInASentence() throws IOException {
        Path text = folder.resolve("text.wav");
        Files.writeString(text, "this is not a recording, whatever its name is");

        for (Path file : new Path[]{text, folder.resolve("missing.wav")}) {
            AudioDeviceException e = assertThrows(AudioDeviceException.class,
                    () -> system.openMicrophone(file.toString()));
            assertTrue(e.sentence().contains(file.toString()), e.sentence());
        }
    }

    @Test
    void whatIsPlayedIsInTheFileAtItsTime() throws AudioDeviceException {
        WaveFile voice = Tones.voice(Sound.PLAYBACK_RATE, 150, -20, Duration.ofSeconds(1));
        Path file = folder.resolve("deeper").resolve("played.wav");
        try (Loudspeaker loudspeaker = system.openLoudspeaker(file.toString())) {
            pacer.pass(500 * MILLI);
            long before = pacer.nanoTime();
            loudspeaker.write(voice.samples(), 0, voice.samples().length);
            assertEquals(1000.0 - JavaSoundSystem.LOUDSPEAKER_BUFFER_MS, (pacer.nanoTime() - before) / (double) MILLI,
                    15);
            loudspeaker.drain();
            assertEquals(24_000, loudspeaker.playedSamples());
            pacer.pass(300 * MILLI);
        }
        WaveFile played = WaveFile.read(file);
        Correlation where = Correlation.of(voice, played);
        assertEquals(500, where.lagMillis(), 1.0);
        assertTrue(where.coefficient() > 0.99, where::toString);
        assertEquals(1.8, played.seconds(), 0.01);
    }

    @Test
    void silenceCutsTheFileTooAndOnlyWhatSoundedCounts() throws AudioDeviceException {
        Path file = folder.resolve("cut.wav");
        short[] tone = Tones.sine(Sound.PLAYBACK_RATE, 300, -20, Duration.ofSeconds(2)).samples();
        try (Loudspeaker loudspeaker = system.openLoudspeaker(file.toString())) {
            pacer.after(400, loudspeaker::silence);
            loudspeaker.write(tone, 0, tone.length);
            assertEquals(9600, loudspeaker.playedSamples());
            loudspeaker.drain();
            pacer.pass(500 * MILLI);
            loudspeaker.write(tone, 0, 2400);
            loudspeaker.drain();
            assertEquals(12_000, loudspeaker.playedSamples());
        }
        WaveFile played = WaveFile.read(file);
        assertEquals(2, Loudness.sounding(played, -40, Duration.ZERO).size());
        assertEquals(400.0, Loudness.sounding(played, -40, Duration.ZERO).getFirst().to().toMillis() / 1.0, 10);
    }

    @Test
    void aKilledProgramLeavesAFileThatCanBeReadToWithinASecond() throws Exception {
        Path file = folder.resolve("killed.wav");
        short[] tone = Tones.sine(Sound.PLAYBACK_RATE, 300, -20, Duration.ofMillis(3500)).samples();
        Loudspeaker loudspeaker = system.openLoudspeaker(file.toString());
        loudspeaker.write(tone, 0, tone.length);

        WaveFile left = WaveFile.read(file); // nobody has closed it

        assertTrue(left.seconds() > 2.4, left::toString);
        loudspeaker.close();
    }
}
