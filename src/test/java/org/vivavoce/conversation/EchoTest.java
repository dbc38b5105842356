package org.vivavoce.conversation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.LocalOpenAi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The loudspeaker stands before the microphone: the partner hears itself at −12 dB, 100 ms late, and must not answer itself. */
@Tag("slow")
@Order(6)
@Execution(ExecutionMode.CONCURRENT)
class EchoTest {

    private static final int ATTENUATION_DB = 12;
    private static final Duration DELAY = Duration.ofMillis(100);
    /** Every utterance is longer. What is shorter can only be a rest of the partner's voice, in which nothing can be understood. */
    private static final Duration SHORTER_THAN_UTTERANCES = Duration.ofMillis(1200);
    /** The user says nothing for so long after a reply: a ghost turn would begin there. */
    private static final Duration QUIET = Duration.ofMillis(1300);

    @Test
    void thePartnerNeverAnswersItsOwnEcho() throws Exception {
        listenThrough("echo-one", List.of(
                "I grew up near the sea. My father had a small boat. We went out early on Sundays. The water was cold and clear. I still like the smell of salt. What about your home town?",
                "Trains are my favourite way to travel. You see so much of the land. There is always time to read. People share their food with you. Once I slept through my station. Where would you like to go?",
                "Cooking calms me after a long day. I start with onions and oil. Then I add what the market had. My sister prefers to bake. We trade dishes every week. Do you cook at home?",
                "I read mostly in the evening. Short stories suit me best. The last one was about a lighthouse. It had a strange and quiet end. I thought about it for days. Which book did you like lately?",
                "Music was always on at home. My mother sang in a choir. I learned the piano quite late. Now I play every morning. The neighbours are very patient. Do you play anything?"));
    }

    /** Five turns beside an echo. */
    static void listenThrough(String name, List<String> replies) throws Exception {
        List<Utterance> utterances = List.of(Utterance.english("Please tell me something about you."),
                Utterance.after(QUIET, "That is lovely, and what else?"),
                Utterance.after(QUIET, "I would like to hear more of that."),
                Utterance.after(QUIET, "Good to know, please go on."),
                Utterance.after(QUIET, "And one more thing, please."));
        LocalOpenAi server = Talk.newServer();
        AtomicInteger turn = new AtomicInteger();
        server.script().transcriptsBy(upload -> upload.audioLength().compareTo(SHORTER_THAN_UTTERANCES) < 0
                ? ""
                : utterances.get(turn.get()).text());
        for (int i = 0; i < utterances.size(); i++) {
            server.script().replies(replies.get(i));
            server.prepare(Sentences.of(replies.get(i)).toArray(String[]::new));
        }
        try (Talk talk = Talk.withServer(server, "--mode", "chat", "--no-opening")) {
            TraceReader trace = talk.trace();
            talk.card().echo(ATTENUATION_DB, DELAY);
            TraceEvent first = trace.await("listening", 1);
            for (int i = 0; i < utterances.size(); i++) {
                if (i > 0) {
                    trace.await("reply-end", i);
                }
                turn.set(i);
                talk.say(utterances.get(i));
            }
            TraceEvent last = trace.await("reply-end", utterances.size());
            VirtualPause.inMicrophone(talk.card(), QUIET);
            talk.program().type("/quit");
            TraceEvent ended = trace.await("ended", 1);
            assertEquals(0, talk.program().awaitExit(Talk.END_LIMIT));
            Figures figures = new Figures(name).put("replies", trace.all("reply-end").size())
                    .put("paused", trace.all("paused").size()).put("interrupted", trace.all("interrupted").size())
                    .put("speech-starts", trace.all("speech-start").size())
                    .put("uploads", server.log().of(Stage.TRANSCRIPTION).size())
                    .put("spoken-seconds", (last.ms() - first.ms()) / 1000.0);
            Overruns.of(ended, talk.stalls()).check(figures);
            figures.tell();
            assertEquals(0, trace.all("interrupted").size(), "interrupted itself");
            assertEquals(utterances.size(), trace.all("speech-start").size(), "utterances begun");
            assertEquals(utterances.size(), trace.all("end-of-turn").size(), "turns of the user");
            assertEquals(utterances.size(), trace.all("reply-end").size(), "replies heard to their end");
            assertTrue(trace.all("error").isEmpty());
        }
    }
}
