package org.vivavoce.conversation;

import java.util.List;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.openai.testing.LocalOpenAi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Five turns in a row without a key press with the local server, and what must be so after them. Used by a test's thread. */
final class FiveTurns {

    static final List<String> REPLIES = List.of("That is a clear answer. What would you change next?",
            "I like that example. Who helped you with it?", "Partly right, I think. How would you test that?",
            "That sounds sensible. What did you learn from it?", "Thank you for that. Shall we go on tomorrow?");

    private final LocalOpenAi server = Talk.newServer();
    private final List<Utterance> utterances;
    private final Figures figures;

    /** @param name of the figures */
    FiveTurns(String name, List<Utterance> utterances) throws Exception {
        this.utterances = utterances;
        this.figures = new Figures(name);
        for (int i = 0; i < utterances.size(); i++) {
            server.script().transcripts(utterances.get(i).text());
            server.script().replies(REPLIES.get(i));
            server.prepare(Sentences.of(REPLIES.get(i)).toArray(String[]::new));
        }
    }

    /** What is said in language practice. */
    static List<Utterance> spanish() {
        return List.of(Utterance.in("es", "Hola, me llamo Marta y vivo en Madrid."),
                Utterance.in("es", "Ayer fui al mercado con mi hermano."),
                Utterance.in("es", "Me gusta mucho cocinar los domingos."),
                Utterance.in("es", "El año pasado viajé a Portugal en tren."),
                Utterance.in("es", "Mañana quiero aprender cinco palabras nuevas."));
    }

    /** What is said in free conversation. */
    static List<Utterance> english() {
        return List.of(Utterance.english("I finally fixed the bicycle this morning."),
                Utterance.english("It took me three hours and two broken tools."),
                Utterance.english("My neighbour lent me a better one."),
                Utterance.english("Now I want to ride along the river."),
                Utterance.english("Maybe I will take some pictures there."));
    }

    LocalOpenAi server() {
        return server;
    }

    /**
     * Speaks, listens and checks; closes the conversation.
     *
     * @param requests checks what the server was asked
     */
    void hold(Talk talk, Runnable requests) throws Exception {
        try (talk) {
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
            requests.run();
            List<WaveFile> uploads = SentOnce.of(server.log().of(Stage.TRANSCRIPTION)).stream()
                    .map(request -> WaveFile.parse(request.content().audio())).toList();
            SpeechChecks checks = new SpeechChecks(figures, overruns);
            checks.everyUtteranceArrivesWhole(SpeechChecks.turns(talk.trace(), talk.said(), utterances.size()),
                    utterances, uploads, SpeechChecks.LEAST_LIKENESS_OF_UPLOADS);
            checks.everyReplyIsHeardWhole(talk.trace(), talk.heard(), server::spoken,
                    REPLIES.stream().map(Sentences::of).toList());
            figures.tell();
            timesAreToldButNoWords(talk);
            List<String> errors = talk.program().errors().all().stream()
                    .filter(line -> !line.contains("speaks instead")).toList(); // told where the service lacks the voice
            assertTrue(errors.isEmpty(), () -> "stderr: " + errors);
        }
    }

    private void timesAreToldButNoWords(Talk talk) {
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
