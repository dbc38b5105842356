package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SpeakingTest {

    private final List<ObjectNode> sent = new ArrayList<>();
    private final Speaking speaking = new Speaking(service(), new Nobody(), sent::add, () -> {
    });

    @Test
    void aSentenceGivenUpBeforeItsResponseHasANameIsCancelledWhenItGetsOne() throws Exception {
        SpokenSentence sentence = ask();
        speaking.giveUp(sentence, false);
        assertEquals(List.of("response.create"), types());

        speaking.take(created("resp_7", "speak-1"));

        assertEquals(List.of("response.create", "response.cancel"), types());
        assertEquals("resp_7", sent.getLast().path("response_id").asText());
        assertFalse(speaking.isIdle(), "the service is still at it");
        speaking.take(done("resp_7", "cancelled"));
        assertTrue(speaking.isIdle());
    }

    @Test
    void lateSoundOfACancelledSentenceGoesNowhere() throws Exception {
        SpokenSentence cancelled = ask();
        speaking.take(created("resp_1", "speak-1"));
        speaking.giveUp(cancelled, false);
        SpokenSentence next = ask();
        speaking.take(created("resp_2", "speak-3"));

        speaking.take(sound("resp_1", "AAAA"));
        speaking.take(sound("resp_2", "AQID"));
        speaking.take(done("resp_2", "completed"));

        next.awaitSound();
        byte[] buffer = new byte[100];
        assertEquals(44, next.read(buffer));
        assertEquals(3, next.read(buffer));
        assertEquals(1, buffer[0]);
        assertEquals(-1, next.read(buffer));
    }

    @Test
    void soundOfAResponseThatNobodyAskedForIsIgnored() throws Exception {
        SpokenSentence sentence = ask();
        speaking.take(sound("resp_9", "AAAA"));
        speaking.take(done("resp_9", "completed"));
        speaking.take(created("resp_1", "speak-1"));
        speaking.take(done("resp_1", "completed"));

        assertThrows(ServiceException.BadReply.class, sentence::awaitSound);
    }

    @Test
    void aSentenceThatWasNotSentIsForgottenWithoutAWord() {
        SpokenSentence sentence = speaking.add(new SpeechRequest("Hello.", "coral", ""));

        speaking.giveUp(sentence, false);
        speaking.sendWaiting();

        assertEquals(List.of(), types());
        assertTrue(speaking.isIdle());
    }

    @Test
    void aServerThatIsBusyWithSomethingElseIsNotAskedAgainBeforeThatIsOver() throws Exception {
        ask();
        for (int i = 0; i < 3; i++) {
            speaking.error(json("{\"code\": \"conversation_already_has_active_response\", \"event_id\": \"speak-1\"}"));
            speaking.sendWaiting();
            assertEquals(1 + i, sent.size());
            speaking.take(done("resp_of_others", "completed"));
            speaking.sendWaiting();
            assertEquals(2 + i, sent.size());
        }
    }

    @Test
    void anErrorThatNamesNoEventIsThatOfTheSentenceWithoutAnAnswer() throws Exception {
        SpokenSentence answered = ask();
        speaking.take(created("resp_1", "speak-1"));
        SpokenSentence unanswered = ask();

        speaking.error(json("{\"code\": \"server_error\", \"message\": \"Oops.\", \"event_id\": null}"));

        assertThrows(ServiceException.ServiceDown.class, unanswered::awaitSound);
        speaking.take(sound("resp_1", "AAAA"));
        answered.awaitSound();
    }

    @Test
    void anErrorAboutACancelHurtsNobody() throws Exception {
        SpokenSentence sentence = ask();
        speaking.error(json("{\"code\": \"response_cancel_not_active\", \"event_id\": null}"));
        speaking.error(json("{\"code\": null, \"event_id\": \"cancel-4\"}"));

        speaking.take(created("resp_1", "speak-1"));
        speaking.take(sound("resp_1", "AAAA"));
        sentence.awaitSound();
    }

    private SpokenSentence ask() {
        SpokenSentence sentence = speaking.add(new SpeechRequest("Hello.", "coral", ""));
        speaking.sendWaiting();
        return sentence;
    }

    private List<String> types() {
        return sent.stream().map(event -> event.path("type").asText()).toList();
    }

    private static JsonNode created(String id, String asker) throws IOException {
        return json("{\"type\": \"response.created\", \"response\": {\"id\": \"" + id
                + "\", \"metadata\": {\"sentence\": \"" + asker + "\"}}}");
    }

    private static JsonNode sound(String id, String base64) throws IOException {
        return json("{\"type\": \"response.output_audio.delta\", \"response_id\": \"" + id + "\", \"delta\": \""
                + base64 + "\"}");
    }

    private static JsonNode done(String id, String status) throws IOException {
        return json("{\"type\": \"response.done\", \"response\": {\"id\": \"" + id + "\", \"status\": \"" + status
                + "\"}}");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static RealtimeService service() {
        return new RealtimeService((request, listener) -> {
            throw new IllegalStateException("no socket is needed");
        }, () -> new Request.Builder().url("http://127.0.0.1/").build(), "test", new PlainFailures(),
                Duration.ofSeconds(15), () -> 0);
    }

    /** Does nothing: who gives up is called directly here. */
    private static final class Nobody implements SpokenSentence.Speaker {
        @Override
        public void givenUp(SpokenSentence sentence) {}

        @Override
        public void stalled(SpokenSentence sentence) {}
    }

    private static final class PlainFailures implements RealtimeFailures {
        @Override
        public ServiceException refused(Response answer) {
            return badReply("it was refused");
        }

        @Override
        public ServiceException reported(JsonNode error, Collection<String> said) {
            return new ServiceException.ServiceDown(Stage.SPEECH, 500, null);
        }

        @Override
        public ServiceException closed(String reason) {
            return new ServiceException.NoNetwork(Stage.SPEECH, "here", null);
        }

        @Override
        public ServiceException broken(IOException reason) {
            return new ServiceException.NoNetwork(Stage.SPEECH, "here", reason);
        }

        @Override
        public ServiceException silent() {
            return new ServiceException.TimedOut(Stage.SPEECH, null);
        }

        @Override
        public ServiceException badReply(String what) {
            return new ServiceException.BadReply(Stage.SPEECH, what, null);
        }

        @Override
        public ServiceException cancelled() {
            return new ServiceException.Cancelled(Stage.SPEECH, null);
        }
    }
}
