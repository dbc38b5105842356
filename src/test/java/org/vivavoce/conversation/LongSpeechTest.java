package org.vivavoce.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A long answer without a pause to breathe: 70 s, or three minutes with {@code -Dvivavoce.long=true}. */
@Tag("slow")
@Order(9)
@Execution(ExecutionMode.CONCURRENT)
class LongSpeechTest {

    private static final Duration USUAL = Duration.ofSeconds(70);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration PIECE = Duration.ofSeconds(2);
    private static final double LEAST_LIKENESS = 0.8;
    private static final double MOST_SENT = 1.5; // times what was spoken
    private static final double MOST_SHIFT_MS = 20;
    private static final String STORY = "when I started at the company we had one large program that did everything and nobody "
            + "dared to change it because each release took a whole night and something always broke so we looked for the "
            + "part that changed most often and moved it out first which took us three months and then we learned how to "
            + "measure what the users really did with it and found that most of the work went into a report that hardly "
            + "anyone ever opened and after that we asked the people in the office what they needed and built a smaller one "
            + "that ran every hour instead of once a week and that was the moment when the others began to trust us";

    @Test
    void allPiecesOfALongAnswerArriveInOrderAndWithoutAGap() throws Exception {
        WaveFile speech = monologue(Boolean.getBoolean("vivavoce.long") ? LONG : USUAL);
        Path home = TalkProgram.freshHome("long-speech");
        Path microphone = home.resolve("speech.wav");
        speech.padded(Duration.ofSeconds(1), Duration.ZERO).write(microphone);
        LocalOpenAi server = Talk.newServer();
        server.script().repliesBy(request -> "That was a long answer.");
        try (server;
                TalkProgram program = TalkProgram.start(Map.of(), home,
                        List.of("--mode", "interview", "--no-opening", "--turns", "1", "--service", "local",
                                "--base-url",
                                server.baseUrl(), "--mic", microphone.toString(), "--speaker",
                                home.resolve("heard.wav").toString()))) {
            for (int piece = 1; piece <= speech.duration().toSeconds() / 30; piece++) {
                program.trace().await("upload", piece);
            }
            program.trace().await("ended", 1);
            assertEquals(0, program.awaitExit(Talk.END_LIMIT));
            List<SeenRequest> sent = server.log().of(Stage.TRANSCRIPTION);
            List<SeenRequest> uploads = answered(sent, server.log().of(Stage.CHAT).getLast());
            WaveFile joined = WaveFile
                    .join(uploads.stream().map(upload -> WaveFile.parse(upload.content().audio())).toList());
            List<Double> likeness = new ArrayList<>();
            List<Double> lags = new ArrayList<>();
            compare(SpeechBand.of(speech), SpeechBand.of(joined), likeness, lags);
            double sentSeconds = sent.stream()
                    .mapToDouble(upload -> WaveFile.parse(upload.content().audio()).seconds()).sum();
            new Figures("long-speech").put("seconds", speech.seconds()).put("uploads", uploads.size())
                    .put("sent-seconds", sentSeconds).put("chats", server.log().of(Stage.CHAT).size())
                    .put("uploaded-seconds", joined.seconds()).spread("likeness", likeness).spread("lag-ms", lags)
                    .tell();
            assertTrue(uploads.size() >= speech.duration().toSeconds() / 30, () -> uploads.size() + " pieces");
            likeness.forEach(value -> assertTrue(value >= LEAST_LIKENESS, () -> "likeness " + likeness));
            double first = lags.getFirst();
            lags.forEach(lag -> assertTrue(Math.abs(lag - first) <= MOST_SHIFT_MS, () -> "gaps: " + lags));
            assertTrue(first >= 200, () -> "pre-roll " + first);
            assertTrue(sentSeconds <= MOST_SENT * speech.seconds(), () -> "sent " + sentSeconds + " s");
            everyPieceKnowsWhatWasSaidBefore(uploads);
        }
    }

    /** The uploads whose text the answer is to: those that were tries, and were sent again with what followed, are not among them. */
    private static List<SeenRequest> answered(List<SeenRequest> sent, SeenRequest chat) {
        String message = chat.messages().getLast() + " ";
        return sent.stream().filter(upload -> message.contains("utterance " + upload.nth() + " ")).toList();
    }

    private static void everyPieceKnowsWhatWasSaidBefore(List<SeenRequest> uploads) {
        List<String> texts = uploads.stream().map(upload -> "utterance " + upload.nth()).toList();
        for (int i = 0; i < uploads.size(); i++) {
            assertEquals(String.join(" ", texts.subList(0, i)), uploads.get(i).field("prompt"));
        }
    }

    /** Each two seconds of the speech must lie where the ones before do. */
    private static void compare(WaveFile speech, WaveFile joined, List<Double> likeness, List<Double> lags) {
        for (Duration at = Duration.ZERO; at.plus(PIECE).compareTo(speech.duration()) <= 0; at = at.plus(PIECE)) {
            Duration from = at.minus(PIECE).isNegative() ? Duration.ZERO : at.minus(PIECE);
            Correlation found = Correlation.of(speech.part(at, at.plus(PIECE)),
                    joined.part(from, at.plus(PIECE.multipliedBy(3))));
            likeness.add(found.coefficient());
            lags.add(from.minus(at).toNanos() / 1e6 + found.lagMillis());
        }
    }

    private static WaveFile monologue(Duration length) {
        WaveFile story = Speech.flite(STORY);
        short[] samples = new short[(int) (length.toSeconds() * story.rate())];
        for (int at = 0; at < samples.length; at += story.samples().length) {
            System.arraycopy(story.samples(), 0, samples, at, Math.min(story.samples().length, samples.length - at));
        }
        return new WaveFile(samples, story.rate());
    }
}
