package org.vivavoce.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EchoCancellersTest {

    private static final int USER_BEGINS_S = 5;

    @Test
    void whereTheLibraryDoesNotLoadFiltersRemainAndTheReasonIsASentence(@TempDir Path folder) throws IOException {
        Path leftover = Files.createFile(folder.resolve("libwebrtc-java-linux-x86_64123.so"));
        Path other = Files.createFile(folder.resolve("other.so"));
        for (Throwable failure : new Throwable[]{new UnsatisfiedLinkError("libpulse.so.0: cannot open"),
            new NoClassDefFoundError("x"),
            new RuntimeException("Load library failed")}) {
            EchoCancellers cancellers = new EchoCancellers(() -> {
                throw sneaky(failure);
            }, new NativeLeftovers(folder));

            EchoCancellers.Choice choice = cancellers.open();

            assertFalse(choice.canceller().cancelsEcho());
            assertTrue(choice.reason().orElseThrow().endsWith("use headphones."));
        }
        assertFalse(Files.exists(leftover));
        assertTrue(Files.exists(other));
    }

    @Test
    void theFilterTakesHumAwayAndLeavesVoices() {
        try (EchoCanceller filter = new FilterEchoCanceller()) {
            WaveFile hum = clean(filter, Tones.sine(Sound.CAPTURE_RATE, 30, -20, Duration.ofSeconds(1)));
            WaveFile voice = clean(filter, Tones.sine(Sound.CAPTURE_RATE, 200, -20, Duration.ofSeconds(1)));

            assertTrue(Loudness.dbfs(hum) < -28, () -> "hum " + Loudness.dbfs(hum));
            assertEquals(-20, Loudness.dbfs(voice), 1.5);
        }
    }

    @Test
    void withHeadphonesTheUsersVoiceOverThePartnersStays() {
        EchoCancellers.Choice choice = new EchoCancellers().open();
        Assumptions.assumeTrue(choice.canceller().cancelsEcho(), "WebRTC's library does not load here");
        try (EchoCanceller canceller = choice.canceller()) {
            WaveFile partner = Speech.espeak("en",
                    "This is quite a long answer. The partner tells of the sea, of a boat, and of the early mornings on "
                            + "the water. It goes on for as long as the user speaks, and longer.");
            short[] played = partner.at(Sound.PLAYBACK_RATE).samples();
            WaveFile user = Speech.espeak("en", "No, let me say something now.").at(Sound.CAPTURE_RATE);
            int begins = USER_BEGINS_S * Sound.CAPTURE_RATE;
            short[] heard = new short[begins + user.samples().length];
            for (int i = 0; i < user.samples().length; i++) {
                heard[begins + i] = (short) (user.samples()[i] / 4);
            }
            short[] cleaned = heard.clone();
            for (int i = 0; i < cleaned.length / Sound.CAPTURE_FRAME; i++) {
                canceller.played(
                        Arrays.copyOfRange(played, i * Sound.PLAYBACK_FRAME, (i + 1) * Sound.PLAYBACK_FRAME));
                cleanFrame(canceller, cleaned, i);
            }
            double loss = Loudness.dbfs(spoken(heard)) - Loudness.dbfs(spoken(cleaned));
            assertTrue(loss < 6, () -> "the user's voice lost " + loss + " dB");
        }
    }

    private static WaveFile spoken(short[] samples) {
        return new WaveFile(samples, Sound.CAPTURE_RATE).part(Duration.ofSeconds(USER_BEGINS_S),
                Duration.ofSeconds(60));
    }

    @Test
    void echoIsTakenAwayAndTheUsersVoiceStays() {
        EchoCancellers.Choice choice = new EchoCancellers().open();
        Assumptions.assumeTrue(choice.canceller().cancelsEcho(), "WebRTC's library does not load here");
        try (EchoCanceller canceller = choice.canceller()) {
            WaveFile partner = Tones.voice(Sound.PLAYBACK_RATE, 190, -18, Duration.ofSeconds(6));
            short[] echo = partner.at(Sound.CAPTURE_RATE).samples();
            short[] heard = new short[echo.length];
            int delay = Sound.CAPTURE_RATE / 10;
            for (int i = delay; i < heard.length; i++) {
                heard[i] = (short) (echo[i - delay] / 4);
            }
            short[] cleaned = heard.clone();
            for (int i = 0; i < cleaned.length / Sound.CAPTURE_FRAME; i++) {
                canceller.played(Arrays.copyOfRange(partner.samples(), i * Sound.PLAYBACK_FRAME,
                        (i + 1) * Sound.PLAYBACK_FRAME));
                cleanFrame(canceller, cleaned, i);
            }
            WaveFile before = new WaveFile(heard, Sound.CAPTURE_RATE).part(Duration.ofSeconds(1),
                    Duration.ofSeconds(6));
            WaveFile after = new WaveFile(cleaned, Sound.CAPTURE_RATE).part(Duration.ofSeconds(1),
                    Duration.ofSeconds(6));
            double reduction = Loudness.dbfs(before) - Loudness.dbfs(after);
            assertTrue(reduction > 20, () -> "echo reduced by " + reduction + " dB");
        }
    }

    @Test
    void theEchoOfALaterReplyIsTakenAwayFromItsBeginning() {
        EchoCancellers.Choice choice = new EchoCancellers().open();
        Assumptions.assumeTrue(choice.canceller().cancelsEcho(), "WebRTC's library does not load here");
        WaveFile reply = Speech.espeak("en-us",
                "Far past the harbour lies a park. The path starts at the barn. Large dark cars are parked there.")
                .at(Sound.PLAYBACK_RATE).scaledTo(-20);
        try (EchoCanceller canceller = choice.canceller()) {
            for (int i = 0; i < 3; i++) {
                double left = loudest(cleanedEcho(canceller, reply));
                assertTrue(left < -55, () -> "the echo is heard at " + left + " dBFS");
            }
        }
    }

    /**
     * Plays as the program does: the loudspeaker's buffer is filled at once, and nothing is written between replies. Its echo is 12 dB
     * softer and 100 ms late.
     */
    private static WaveFile cleanedEcho(EchoCanceller canceller, WaveFile reply) {
        WaveFile heard = reply.at(Sound.CAPTURE_RATE).scaledTo(Loudness.dbfs(reply) - 12)
                .padded(Duration.ofMillis(100), Duration.ofSeconds(2));
        short[] cleaned = heard.samples().clone();
        int frames = reply.samples().length / Sound.PLAYBACK_FRAME;
        int written = 0;
        for (int i = 0; i < cleaned.length / Sound.CAPTURE_FRAME; i++) {
            for (; written < Math.min(frames, i + JavaSoundSystem.LOUDSPEAKER_BUFFER_MS / 10); written++) {
                canceller.played(Arrays.copyOfRange(reply.samples(), written * Sound.PLAYBACK_FRAME,
                        (written + 1) * Sound.PLAYBACK_FRAME));
            }
            cleanFrame(canceller, cleaned, i);
        }
        return new WaveFile(cleaned, Sound.CAPTURE_RATE);
    }

    /** The level of the loudest 100 ms, dBFS. */
    private static double loudest(WaveFile sound) {
        double loudest = -100;
        for (Duration at = Duration.ZERO; at.compareTo(sound.duration()) < 0; at = at.plusMillis(50)) {
            loudest = Math.max(loudest, Loudness.dbfs(sound.part(at, at.plusMillis(100))));
        }
        return loudest;
    }

    @Test
    void cleaningLeavesAnUtteranceWholeFromItsFirstSound() {
        EchoCancellers.Choice choice = new EchoCancellers().open();
        Assumptions.assumeTrue(choice.canceller().cancelsEcho(), "WebRTC's library does not load here");
        WaveFile speech = Speech.flite("Databases keep what programs forget, even when the power fails.")
                .at(Sound.CAPTURE_RATE)
                .padded(Duration.ofSeconds(1), Duration.ofSeconds(1));
        WaveFile noise = Tones.noise(Sound.CAPTURE_RATE, -60, speech.duration());
        short[] mixed = speech.samples().clone();
        for (int i = 0; i < noise.samples().length; i++) {
            mixed[i] = Pcm.clip(mixed[i] + noise.samples()[i]);
        }
        try (EchoCanceller canceller = choice.canceller()) {
            WaveFile cleaned = clean(canceller, new WaveFile(mixed, Sound.CAPTURE_RATE));

            Duration spoken = Loudness.firstAudible(speech, -45).orElseThrow();
            Duration heard = Loudness.firstAudible(cleaned, -48).orElseThrow();
            assertTrue(heard.minus(spoken).toMillis() <= 20, () -> "begins at " + heard + ", not at " + spoken);
            // its filters turn phases, so the waves differ, but they sound as loud at every moment
            WaveFile onset = speech.part(spoken, spoken.plusMillis(100));
            WaveFile cleanedOnset = cleaned.part(spoken.plusMillis(10), spoken.plusMillis(110));
            assertEquals(Loudness.dbfs(onset), Loudness.dbfs(cleanedOnset), 2);
            assertTrue(Correlation.of(speech, cleaned).coefficient() > 0.75);
            assertEquals(Loudness.dbfs(speech), Loudness.dbfs(cleaned), 1);
            assertTrue(Loudness.dbfs(cleaned.part(Duration.ofMillis(500), Duration.ofMillis(900))) < -62);
        }
    }

    @Test
    void whatComesAfterClosingIsLeftAsItIs() {
        EchoCanceller canceller = new EchoCancellers().open().canceller();
        canceller.close();
        canceller.close();
        short[] frame = new short[Sound.CAPTURE_FRAME];
        frame[7] = 77;

        canceller.played(new short[Sound.PLAYBACK_FRAME]);
        canceller.clean(frame);

        assertTrue(!canceller.cancelsEcho() || frame[7] == 77);
    }

    private static WaveFile clean(EchoCanceller canceller, WaveFile file) {
        short[] samples = file.samples().clone();
        for (int i = 0; i < samples.length / Sound.CAPTURE_FRAME; i++) {
            cleanFrame(canceller, samples, i);
        }
        return new WaveFile(samples, file.rate());
    }

    private static void cleanFrame(EchoCanceller canceller, short[] samples, int index) {
        int at = index * Sound.CAPTURE_FRAME;
        short[] frame = Arrays.copyOfRange(samples, at, at + Sound.CAPTURE_FRAME);
        canceller.clean(frame);
        System.arraycopy(frame, 0, samples, at, frame.length);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
