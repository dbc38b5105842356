package org.vivavoce.conversation;

import java.util.List;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.openai.testing.SocketSpeech;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether the requests have the form that the models of 2027 take, and hold what the mode asks for. Used by a test's thread. */
final class SuccessorChecks {

    private final LocalOpenAi server;
    private final Mode mode;
    private final Language language;

    SuccessorChecks(LocalOpenAi server, String mode, String language) {
        this.server = server;
        this.mode = ModeCatalog.builtIn().find(mode).orElseThrow();
        this.language = LanguageCatalog.builtIn().find(language).orElseThrow();
    }

    /** After one undisturbed turn an utterance. */
    void check(List<Utterance> utterances, List<String> replies) {
        transcriptions(utterances.size());
        RequestChecks.history(server, mode.systemPromptFor(language), utterances, replies);
        server.log().of(Stage.CHAT).forEach(this::chat);
        speech(replies.stream().flatMap(reply -> Sentences.of(reply).stream()).toList());
    }

    private void transcriptions(int count) {
        List<SeenRequest> requests = SentOnce.of(server.log().of(Stage.TRANSCRIPTION));
        assertEquals(count, requests.size());
        for (SeenRequest request : requests) {
            assertEquals("gpt-transcribe", request.field("model"));
            assertEquals(mode.recogniserLanguage(language).orElse(""), request.field("languages[]"));
            assertFalse(request.has("language"));
            assertEquals("json", request.field("response_format"));
        }
    }

    private void chat(SeenRequest request) {
        assertEquals("gpt-6-luna", request.field("model"));
        assertEquals("none", request.field("reasoning_effort"));
        assertEquals(mode.temperature(), Double.parseDouble(request.field("temperature")));
        assertEquals(String.valueOf(mode.maxTokens()), request.field("max_completion_tokens"));
    }

    private void speech(List<String> sentences) {
        assertEquals(List.of(), server.log().of(Stage.SPEECH));
        List<SeenRequest> requests = SocketSpeech.in(server.realtime().log());
        assertEquals(sentences, requests.stream().map(request -> request.field("input"))
                .filter(input -> !language.thinkingAloud().contains(input)) // asked for where a computer is slow
                .toList());
        for (SeenRequest request : requests) {
            assertEquals("gpt-realtime-2.1-mini", request.field("model"));
            assertEquals(mode.alternateVoice(), request.field("voice"));
            assertTrue(request.field("instructions").startsWith(mode.speakingInstructionsFor(language).strip()));
            assertTrue(request.hasEnded());
        }
    }
}
