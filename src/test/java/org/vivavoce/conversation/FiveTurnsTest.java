package org.vivavoce.conversation;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.openai.testing.LocalOpenAi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Five turns in a row without a key press, in each mode, with the local server. */
@Tag("slow")
@Order(4)
@Execution(ExecutionMode.CONCURRENT)
class FiveTurnsTest {

    private static final List<String> REPLIES = List.of("That is a clear answer. What would you change next?",
            "I like that example. Who helped you with it?", "Partly right, I think. How would you test that?",
            "That sounds sensible. What did you learn from it?", "Thank you for that. Shall we go on tomorrow?");

    @Test
    void interviewGoesOnForFiveTurnsWithoutAKeyPress() throws Exception {
        fiveTurns("interview", "en", List.of(Utterance.english("I built a small service for orders last year."),
                Utterance.english("I would split the database by customer."),
                Utterance.english("My colleague reviewed every change I made."),
                Utterance.english("I would write a test that breaks it first."),
                Utterance.english("I learned to measure before I change anything.")));
    }

    @Test
    void languagePracticeGoesOnForFiveTurnsWithoutAKeyPress() throws Exception {
        fiveTurns("language", "es", List.of(Utterance.in("es", "Hola, me llamo Marta y vivo en Madrid."),
                Utterance.in("es", "Ayer fui al mercado con mi hermano."),
                Utterance.in("es", "Me gusta mucho cocinar los domingos."),
                Utterance.in("es", "El año pasado viajé a Portugal en tren."),
                Utterance.in("es", "Mañana quiero aprender cinco palabras nuevas.")));
    }

    @Test
    void freeChatGoesOnForFiveTurnsWithoutAKeyPress() throws Exception {
        fiveTurns("chat", "en", List.of(Utterance.english("I finally fixed the bicycle this morning."),
                Utterance.english("It took me three hours and two broken tools."),
                Utterance.english("My neighbour lent me a better one."),
                Utterance.english("Now I want to ride along the river."),
                Utterance.english("Maybe I will take some pictures there.")));
    }

    private static void fiveTurns(String mode, String language, List<Utterance> utterances) throws Exception {
        LocalOpenAi server = Talk.newServer();
        for (int i = 0; i < utterances.size(); i++) {
            server.script().transcripts(utterances.get(i).text());
            server.script().replies(REPLIES.get(i));
            server.prepare(Sentences.of(REPLIES.get(i)).toArray(String[]::new));
        }
        Figures figures = new Figures("five-turns-" + mode);
        try (Talk talk = Talk.withServer(server, "--mode", mode, "--language", language, "--no-opening", "--turns",
                "5")) {
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
            new RequestChecks(server, mode, language).check(utterances, REPLIES);
            List<WaveFile> uploads = server.log().of(Stage.TRANSCRIPTION).stream()
                    .map(request -> WaveFile.parse(request.content().audio())).toList();
            new SpeechChecks(figures, overruns).everyUtteranceArrivesWhole(
                    SpeechChecks.turns(talk.trace(), talk.said(), utterances.size()), utterances, uploads,
                    SpeechChecks.LEAST_LIKENESS_OF_UPLOADS);
            new SpeechChecks(figures, overruns).everyReplyIsHeardWhole(talk.trace(), talk.heard(), server::spoken,
                    REPLIES.stream().map(Sentences::of).toList());
            figures.tell();
            timesAreToldButNoWords(talk, utterances);
            assertTrue(talk.program().errors().all().isEmpty(), () -> "stderr: " + talk.program().errors().all());
        }
    }

    private static void timesAreToldButNoWords(Talk talk, List<Utterance> utterances) {
        List<String> log = talk.log();
        for (int turn = 1; turn <= utterances.size(); turn++) {
            String line = "turn " + turn + ": ";
            assertTrue(log.stream().anyMatch(each -> each.contains(line) && each.contains("first sound ")),
                    () -> line + "is missing in " + log);
        }
        assertTrue(log.getLast().contains("turns measured " + utterances.size() + ": first sound P50 "), log::getLast);
        assertTrue(talk.program().output().all().getLast().contains(" s (P95)."),
                talk.program().output().all()::getLast);
        for (Utterance utterance : utterances) {
            assertTrue(log.stream().noneMatch(each -> each.contains(utterance.text())), "a transcript is in the log");
        }
    }
}
