package org.vivavoce.audio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Speech made by a synthesiser at test time, kept in {@code target/test-speech} for the next run. Where the synthesiser is missing the
 * test is skipped with that reason.
 */
public final class Speech {

    private static final Path KEPT = Path.of("target", "test-speech");

    private Speech() {}

    /** Speaks in any of the thirteen languages. */
    public static WaveFile espeak(String voice, String text) {
        return spoken("espeak-ng", voice, text,
                file -> List.of("espeak-ng", "-v", voice, "-s", "160", "-w", file, text));
    }

    /**
     * Speaks in any of the thirteen languages, as one of several people.
     *
     * @param pitch          0 to 99, 50 is usual
     * @param wordsPerMinute 80 to 450, 160 is usual
     */
    public static WaveFile espeak(String voice, int pitch, int wordsPerMinute, String text) {
        return spoken("espeak-ng", voice + "-" + pitch + "-" + wordsPerMinute, text,
                file -> List.of("espeak-ng", "-v", voice, "-p", Integer.toString(pitch), "-s",
                        Integer.toString(wordsPerMinute), "-w", file, text));
    }

    /** Speaks English with a voice that is more like a human's. */
    public static WaveFile flite(String text) {
        return flite("slt", text);
    }

    /** Speaks English with one of flite's voices: slt (a woman), rms, awb, kal (men). */
    public static WaveFile flite(String voice, String text) {
        return spoken("flite", voice, text, file -> List.of("flite", "-voice", voice, "-t", text, "-o", file));
    }

    @FunctionalInterface
    private interface Command {
        List<String> writing(String file);
    }

    private static WaveFile spoken(String program, String voice, String text, Command command) {
        Path kept = KEPT.resolve(program + "-" + voice + "-" + digest(text) + ".wav");
        if (!Files.exists(kept)) {
            Programs.assumeInstalled(program);
            make(kept, command);
        }
        return WaveFile.read(kept);
    }

    private static void make(Path kept, Command command) {
        try {
            Files.createDirectories(KEPT);
            Path fresh = Files.createTempFile(KEPT, "speech", ".wav");
            Process process = new ProcessBuilder(command.writing(fresh.toString())).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("the synthesiser failed");
            }
            Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
