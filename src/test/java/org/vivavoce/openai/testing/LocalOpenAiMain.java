package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs {@link LocalOpenAi} as a process of its own until it is killed. Prints {@code listening on URL} when it is ready. Options:
 * {@code --port N}, {@code --realistic}, {@code --transcription-ms N}, {@code --transcription-ms-per-second N}, {@code --first-token-ms
 * N}, {@code --tokens-per-second N}, {@code --characters-per-token N}, {@code --first-byte-ms N}, {@code --times-real-time N}, {@code --leading-silence-ms N}. Its log
 * and its script: {@link AdminAnswer}.
 */
public final class LocalOpenAiMain {

    private static final Map<String, String> DELAYS = Map.of("--transcription-ms", "transcription_ms",
            "--transcription-ms-per-second",
            "transcription_ms_per_second", "--first-token-ms", "first_token_ms", "--tokens-per-second",
            "tokens_per_second",
            "--characters-per-token", "characters_per_token", "--first-byte-ms", "first_byte_ms", "--times-real-time",
            "times_real_time", "--leading-silence-ms",
            "leading_silence_ms");

    private LocalOpenAiMain() {}

    /** Starts the server. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int port = 0;
        Delays before = Delays.NONE;
        ObjectNode delays = Answers.object();
        for (int i = 0; i < args.length; i++) {
            String delay = DELAYS.get(args[i]);
            if (args[i].equals("--realistic")) {
                before = Delays.REALISTIC;
            } else if (i + 1 < args.length && args[i].equals("--port")) {
                port = Integer.parseInt(args[++i]);
            } else if (i + 1 < args.length && delay != null) {
                delays.put(delay, Double.parseDouble(args[++i]));
            } else {
                System.err.println("Unknown option " + args[i]);
                System.exit(2);
            }
        }
        try (LocalOpenAi server = new LocalOpenAi(port)) {
            server.script().delays(AdminAnswer.delays(delays, before));
            System.out.println("listening on " + server.baseUrl());
            new CountDownLatch(1).await();
        }
    }
}
