package org.vivavoce.conversation;

import java.nio.file.Path;
import java.time.Duration;
import org.vivavoce.audio.testing.VirtualSoundCard;
import org.vivavoce.audio.testing.WaveFile;

/** Silence in the microphone for a known time: passes as the sound card's time does. */
public final class VirtualPause {

    private VirtualPause() {}

    /** Waits so long. */
    public static void inMicrophone(VirtualSoundCard card, Duration length) {
        Path file = Path.of("target", "conversations", "utterances", "silence-" + length.toMillis() + ".wav");
        if (!file.toFile().exists()) {
            WaveFile.silence(length, Recorder.RATE).write(file);
        }
        card.play(file.toAbsolutePath()).await();
    }
}
