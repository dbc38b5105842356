package org.vivavoce.bench.crash;

import java.time.Duration;
import java.util.List;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;

/** A server whose every answer can be told from all others. Functions without state. */
final class Scripts {

    private static final Delays QUICK = new Delays(
            new Delays.Transcription(Duration.ofMillis(300), Duration.ofMillis(30)),
            new Delays.Chat(Duration.ofMillis(200), 60), new Delays.Speech(Duration.ofMillis(200), 4, Duration.ZERO));
    private static final int UNFINISHED_EVERY = 3;

    private Scripts() {}

    static void prepare(LocalOpenAi server) {
        server.script().transcriptsBy(request -> request.nth() % UNFINISHED_EVERY == 1
                ? mark(request.nth()) + "was about bridges and"
                : mark(request.nth()) + "was all there is to say.");
        server.script()
                .repliesBy(request -> "Answer " + request.nth() + " has a beginning. Then it goes on with sentence "
                        + request.nth() + " for a while. And what about question " + request.nth() + " of them all?");
        server.script().delays(QUICK);
    }

    /** From now on what was said lies with the service for some seconds. */
    static void understandSlowly(LocalOpenAi server) {
        server.script().delays(QUICK.with(new Delays.Transcription(Duration.ofSeconds(4), Duration.ZERO)));
    }

    /** How the n-th piece that is understood begins. */
    static String mark(int nth) {
        return "Item " + nth + " ";
    }

    /** What was said, as the chat model was told, without who said it. */
    static List<String> conversation(SeenRequest chat) {
        return chat.messages().stream().filter(message -> !message.startsWith("system: "))
                .map(message -> message.substring(message.indexOf(": ") + 2)).toList();
    }
}
