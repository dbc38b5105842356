package org.vivavoce.openai.testing;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaks with the system's espeak-ng, in the language that the letters suggest. Thread-safe; each call is a process of its own. */
final class EspeakVoice implements Voice {

    private static final int WAV_HEADER_BYTES = 44;
    private static final int WORDS_PER_MINUTE = 165;

    private @Nullable EspeakLibrary library; // guarded by this

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("espeak-ng", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public short[] speak(String text) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                List.of("espeak-ng", "-v", voiceFor(text), "-s", String.valueOf(WORDS_PER_MINUTE), "-b", "1", "--stdin",
                        "--stdout"))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] wav = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0 || wav.length < WAV_HEADER_BYTES) {
            throw new IOException("espeak-ng failed");
        }
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int rate = bytes.getInt(24); // the sizes in the header of a piped WAV are not to be trusted, the rate is
        return resample(bytes.position(WAV_HEADER_BYTES).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer(), rate);
    }

    @Override
    public synchronized List<Duration> wordStarts(String text) {
        if (library == null) {
            library = new EspeakLibrary();
        }
        List<EspeakLibrary.Begins> spoken = library.words(voiceFor(text), WORDS_PER_MINUTE, text);
        List<Duration> starts = new ArrayList<>();
        int from = 0;
        int millis = 0;
        for (String word : text.split(" ", -1)) {
            int begin = from;
            int end = from + word.codePointCount(0, word.length());
            millis = spoken.stream().filter(one -> one.character() >= begin && one.character() < end)
                    .mapToInt(EspeakLibrary.Begins::millis).min().orElse(millis);
            starts.add(Duration.ofMillis(millis));
            from = end + 1;
        }
        return starts;
    }

    private static short[] resample(ShortBuffer from, int rate) {
        short[] to = new short[(int) ((long) from.remaining() * SAMPLE_RATE / rate)];
        for (int i = 0; i < to.length; i++) {
            double at = (double) i * rate / SAMPLE_RATE;
            int left = (int) at;
            int right = Math.min(left + 1, from.limit() - 1);
            to[i] = (short) Math.round(from.get(left) + (at - left) * (from.get(right) - from.get(left)));
        }
        return to;
    }

    private static String voiceFor(String text) {
        return text.codePoints().mapToObj(EspeakVoice::voiceFor).filter(voice -> !voice.equals("en-us")).findFirst()
                .orElse("en-us");
    }

    private static String voiceFor(int letter) {
        return switch (UnicodeScript.of(letter)) {
            case HIRAGANA, KATAKANA -> "ja";
            case HAN -> "cmn";
            case HANGUL -> "ko";
            case ARABIC -> "ar";
            case DEVANAGARI -> "hi";
            case CYRILLIC -> "ru";
            default -> "en-us";
        };
    }
}
