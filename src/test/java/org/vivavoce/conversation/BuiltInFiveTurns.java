package org.vivavoce.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Five turns in a row without a key press with the built-in partner. */
final class BuiltInFiveTurns {

    private static final double LATEST_ARMED_MS = 100;
    private static final double LEAST_PIECES_FOUND = 0.9;
    private static final int LEAST_BEYOND_MS = 300; // 200 before what was said and 100 after it
    private static final int MOST_BEYOND_MS = 1600; // pre-roll, tail, and a sound before the speech

    private BuiltInFiveTurns() {}

    /** A conversation in a mode, one utterance a turn. */
    static void hold(String mode, String language, List<Utterance> utterances) throws Exception {
        Figures figures = new Figures("built-in-five-turns-" + mode);
        try (Talk talk = Talk.withBuiltInPartner("--mode", mode, "--language", language,
                "--no-opening", "--trace-text", "--turns", "5")) {
            for (int turn = 0; turn < utterances.size(); turn++) {
                talk.trace().await("listening", turn + 1);
                talk.say(utterances.get(turn));
            }
            TraceEvent ended = talk.trace().await("ended", 1);
            assertEquals(0, talk.program().awaitExit(Talk.END_LIMIT));
            assertEquals(5, talk.trace().all("reply-end").size());
            assertEquals(0, talk.trace().all("interrupted").size());
            Overruns overruns = Overruns.of(ended, talk.stalls());
            overruns.check(figures);
            everyUtteranceIsSentWhole(talk.trace(), utterances);
            everyReplyIsHeardWhole(talk.trace(), talk.heard(), "builtin-" + mode + "-" + language, figures,
                    overruns.around());
            figures.tell();
            assertTrue(talk.program().errors().all().isEmpty(), () -> "stderr: " + talk.program().errors().all());
        }
    }

    /** The recording is as long as what was said, with the pre-roll and the tail; its content is compared with the local server. */
    private static void everyUtteranceIsSentWhole(TraceReader trace, List<Utterance> utterances) {
        List<TraceEvent> uploads = trace.all("upload");
        assertEquals(utterances.size(), uploads.size());
        for (int i = 0; i < uploads.size(); i++) {
            Utterance said = utterances.get(i);
            double spokenMs = (said.ends().toNanos() - said.begins().toNanos()) / 1e6;
            double beyond = uploads.get(i).number("ms-of-sound") - spokenMs;
            assertTrue(beyond >= LEAST_BEYOND_MS && beyond <= MOST_BEYOND_MS,
                    () -> beyond + " ms beyond what was said");
        }
    }

    private static void everyReplyIsHeardWhole(TraceReader trace, Take heard, String model, Figures figures,
            Duration around)
            throws Exception {
        List<Heard> sentences = new ArrayList<>();
        List<Double> armed = new ArrayList<>();
        try (BuiltInSpeech voice = new BuiltInSpeech(model)) {
            for (TraceEvent firstSound : trace.all("first-sound")) {
                TraceEvent listening = trace.awaitFrom(firstSound.index(), "listening");
                Take reply = heard.part(trace.nanosOf(firstSound) - 200_000_000,
                        trace.nanosOf(listening) + 500_000_000);
                Heard last = null;
                for (TraceEvent said : trace.all("partner-text")) {
                    if (said.index() > firstSound.index() && said.index() < listening.index()) {
                        last = Heard.in(reply.sound(), voice.sound(said.text("text")), around);
                        sentences.add(last);
                    }
                }
                if (last != null) {
                    armed.add((trace.nanosOf(listening) - reply.startNanos()) / 1e6 - last.endsMs());
                }
            }
        }
        int pieces = sentences.stream().mapToInt(Heard::pieces).sum();
        int found = sentences.stream().mapToInt(Heard::piecesFound).sum();
        figures.put("sentences", sentences.size()).put("reply-pieces-found", (double) found / pieces)
                .spread("reply-likeness", sentences.stream().map(Heard::likeness).toList())
                .spread("armed-after-reply-is-heard-ms", armed);
        assertTrue(sentences.size() >= 5, () -> sentences.size() + " sentences");
        assertTrue(found >= LEAST_PIECES_FOUND * pieces, () -> "found " + sentences);
        assertTrue(Figures.median(armed) <= LATEST_ARMED_MS, () -> "armed after " + armed);
    }
}
