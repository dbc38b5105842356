package org.vivavoce.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Speech over a reply: how fast the loudspeaker is silent, what is cancelled, what the history holds. Nothing that is said has a pause
 * in its first 700 ms, for what is over by then is overheard and not an interruption yet.
 */
@Tag("slow")
@Order(3)
@Execution(ExecutionMode.CONCURRENT)
class BargeInTest {

    private static final double SLOWEST_MEDIAN_MS = 400;
    private static final int WORDS_OFF = 2;
    private static final Duration LAST_HEARD = Duration.ofMillis(500);
    private static final String LONG_REPLY = "My first garden was a small yard behind the house. We planted beans along the wall. "
            + "Every morning my uncle watered them before work. Later we added roses and a narrow bench. "
            + "On warm evenings the neighbours came over. They brought bread and olives and many stories.";
    private static final Delays SLOW_STREAMS = Delays.NONE.with(new Delays.Chat(Duration.ofMillis(50), 6))
            .with(new Delays.Speech(Duration.ofMillis(50), 2, Duration.ZERO));

    @Test
    void speechOverARepliesFirstSentencesSilencesTheLoudspeaker() throws Exception {
        new Interrupting("barge-in-early", List.of(
                Utterance.english("Tell me about a garden."),
                Utterance.after(Duration.ofMillis(1300), "Let me tell you something first."),
                Utterance.after(Duration.ofMillis(1700), "I have a question about that."),
                Utterance.after(Duration.ofMillis(2100), "Never mind, let us go on with roses."),
                Utterance.after(Duration.ofMillis(1500), "Well, I would rather talk about bread."),
                Utterance.after(Duration.ofMillis(1900), "Good, now I know enough of that."))).run();
    }

    @Test
    void speechLaterInAReplySilencesTheLoudspeaker() throws Exception {
        new Interrupting("barge-in-late", List.of(
                Utterance.english("Tell me about a garden again."),
                Utterance.after(Duration.ofMillis(3100), "That was another garden."),
                Utterance.after(Duration.ofMillis(2700), "Are those beans easy to grow?"),
                Utterance.after(Duration.ofMillis(4100), "And I know this story by heart."),
                Utterance.after(Duration.ofMillis(3600), "I grow my own tomatoes at home."),
                Utterance.after(Duration.ofMillis(2400), "Let us stop with this now."))).run();
    }

    /** One conversation whose replies are all broken into but the last. */
    private static final class Interrupting {
        private final String name;
        private final List<Utterance> utterances;
        private final LocalOpenAi server = Talk.newServer();
        private final SpokenWords spokenReply = new SpokenWords(server::spoken, server::wordStarts,
                Sentences.of(LONG_REPLY));
        private final List<Double> silentAfter = new ArrayList<>();
        private final List<Double> cancelledAfter = new ArrayList<>();
        private final List<Double> wordsOff = new ArrayList<>();
        private final List<WaveFile> interruptingTurns = new ArrayList<>();

        Interrupting(String name, List<Utterance> utterances) throws Exception {
            this.name = name;
            this.utterances = utterances;
        }

        void run() throws Exception {
            server.script().delays(SLOW_STREAMS);
            utterances.forEach(utterance -> server.script().transcripts(utterance.text()));
            server.script().repliesBy(request -> LONG_REPLY);
            server.prepare(Sentences.of(LONG_REPLY).toArray(String[]::new));
            try (Talk talk = Talk.withServer(server, "--mode", "chat", "--no-opening")) {
                TraceReader trace = talk.trace();
                trace.await("listening", 1);
                talk.say(utterances.getFirst());
                for (int i = 1; i < utterances.size(); i++) {
                    trace.await("first-sound", i);
                    talk.say(utterances.get(i));
                    trace.await("interrupted", i);
                }
                trace.await("first-sound", utterances.size());
                talk.program().type("/quit");
                TraceEvent ended = trace.await("ended", 1);
                assertEquals(0, talk.program().awaitExit(Talk.END_LIMIT));
                measure(trace, talk.said(), talk.heard());
                Figures figures = new Figures(name).spread("silent-after-onset-ms", silentAfter)
                        .spread("streams-cancelled-after-interruption-ms", cancelledAfter)
                        .spread("history-words-off", wordsOff);
                Overruns overruns = Overruns.of(ended, talk.stalls());
                overruns.check(figures);
                List<WaveFile> uploads = server.log().of(Stage.TRANSCRIPTION).stream().skip(1)
                        .map(upload -> WaveFile.parse(upload.content().audio())).toList();
                new SpeechChecks(figures, overruns).everyUtteranceArrivesWhole(interruptingTurns,
                        utterances.subList(1, utterances.size()), uploads, SpeechChecks.LEAST_LIKENESS_OVER_A_REPLY);
                figures.tell();
                assertTrue(Figures.median(silentAfter) <= SLOWEST_MEDIAN_MS, () -> "silent after " + silentAfter);
                wordsOff.forEach(off -> assertTrue(Math.abs(off) <= WORDS_OFF, () -> "words off " + wordsOff));
            }
        }

        private void measure(TraceReader trace, Take said, Take heard) throws Exception {
            List<SeenRequest> chats = server.log().of(Stage.CHAT);
            assertEquals(utterances.size(), chats.size());
            for (int i = 1; i < utterances.size(); i++) {
                TraceEvent firstSound = trace.await("first-sound", i);
                TraceEvent interrupted = trace.await("interrupted", i);
                TraceEvent endOfTurn = trace.await("end-of-turn", i + 1);
                Take voice = said.part(trace.nanosOf(firstSound), trace.nanosOf(endOfTurn));
                interruptingTurns.add(voice.sound());
                long onset = voice.nanosAt(Loudness.firstAudible(voice.sound(), Utterance.AUDIBLE_DBFS).orElseThrow());
                Take reply = heard.part(trace.nanosOf(firstSound) - 100_000_000, trace.nanosOf(endOfTurn));
                Duration silent = Loudness.lastAudible(reply.sound(), Utterance.AUDIBLE_DBFS).orElseThrow();
                silentAfter.add((reply.nanosAt(silent) - onset) / 1e6);
                streamsAreCancelled(chats.get(i - 1), trace.nanosOf(interrupted));
                List<String> messages = chats.get(i).messages();
                assertEquals("user: [INTERRUPTED] " + utterances.get(i).text(), messages.getLast());
                wordsOff.add((double) wordsOff(messages.get(messages.size() - 2), reply.sound(), silent));
            }
        }

        private void streamsAreCancelled(SeenRequest chat, long interruptedNanos) {
            assertTrue(chat.wasCancelled(), "the chat stream was not cancelled");
            cancelledAfter.add((chat.times().cancelled() - interruptedNanos) / 1e6);
            assertTrue(server.log().of(Stage.SPEECH).stream()
                    .noneMatch(speech -> speech.times().arrived() < interruptedNanos
                            && speech.isOpen()),
                    "a speech stream is still open");
        }

        /** How many words more the history holds than had sounded. */
        private int wordsOff(String message, WaveFile reply, Duration silent) throws Exception {
            String kept = message.substring("assistant: ".length());
            assertTrue(LONG_REPLY.startsWith(kept), () -> "not what was said: " + kept);
            return words(kept) - spokenReply.wordsUpTo(reply.part(silent.minus(LAST_HEARD), silent));
        }

        private static int words(String text) {
            return text.isBlank() ? 0 : text.split(" ").length;
        }
    }
}
