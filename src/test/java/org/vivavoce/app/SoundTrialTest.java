package org.vivavoce.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.JavaSoundSystem;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.VirtualPacer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The microphone is a file. */
class SoundTrialTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final SoundTrial trial = new SoundTrial(new JavaSoundSystem(new VirtualPacer()));

    private String microphone(Duration length) {
        Path file = folder.resolve("mic.wav");
        Tones.sine(Sound.CAPTURE_RATE, 300, -20, length).write(file);
        return file.toString();
    }

    @Test
    void twoSecondsAreRecordedAndTheirLevelsTold() throws Exception {
        List<Double> levels = new ArrayList<>();

        short[] recorded = trial.record(microphone(Duration.ofSeconds(5)), () -> true, levels::add);

        assertEquals(2 * Sound.CAPTURE_RATE, recorded.length);
        assertEquals(40, levels.size());
        assertTrue(levels.getLast() > -25 && levels.getLast() < -15, levels::toString);
    }

    @Test
    void whatIsGivenUpIsRecordedSoFar() throws Exception {
        List<Double> levels = new ArrayList<>();

        short[] recorded = trial.record(microphone(Duration.ofSeconds(5)), () -> levels.size() < 4, levels::add);

        assertEquals(Sound.CAPTURE_RATE / 5, recorded.length);
    }

    @Test
    void aMicrophoneThatIsNotThereIsToldAsSuch() {
        assertThrows(AudioDeviceException.class,
                () -> trial.record(folder.resolve("none.wav").toString(), () -> true, dbfs -> {
                }));
    }
}
