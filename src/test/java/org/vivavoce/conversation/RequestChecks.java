package org.vivavoce.conversation;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether the requests hold exactly what the mode asks for, and the history so far. Used by a test's thread. */
final class RequestChecks {

    private final LocalOpenAi server;
    private final Mode mode;
    private final Language language;

    RequestChecks(LocalOpenAi server, String mode, String language) {
        this.server = server;
        this.mode = ModeCatalog.builtIn().find(mode).orElseThrow();
        this.language = LanguageCatalog.builtIn().find(language).orElseThrow();
    }

    /** After one undisturbed turn an utterance. */
    void check(List<Utterance> utterances, List<String> replies) {
        transcriptions(utterances.size());
        List<SeenRequest> chats = server.log().of(Stage.CHAT);
        assertEquals(utterances.size(), chats.size());
        List<String> messages = new ArrayList<>(List.of("system: " + mode.systemPromptFor(language)));
        for (int turn = 0; turn < utterances.size(); turn++) {
            messages.add("user: " + utterances.get(turn).text());
            chat(chats.get(turn));
            assertEquals(messages, chats.get(turn).messages());
            messages.add("assistant: " + replies.get(turn));
        }
        speech(replies.stream().flatMap(reply -> Sentences.of(reply).stream()).toList());
    }

    private void transcriptions(int count) {
        List<SeenRequest> requests = server.log().of(Stage.TRANSCRIPTION);
        assertEquals(count, requests.size());
        for (SeenRequest request : requests) {
            assertEquals("whisper-1", request.field("model"));
            assertEquals(mode.recogniserLanguage(language).orElse(""), request.field("language"));
            assertEquals("json", request.field("response_format"));
            assertEquals("", request.field("prompt"));
        }
    }

    private void chat(SeenRequest request) {
        assertEquals("gpt-4o-mini", request.field("model"));
        assertEquals("true", request.field("stream"));
        assertEquals(mode.temperature(), Double.parseDouble(request.field("temperature")));
        assertEquals(String.valueOf(mode.maxTokens()), request.field("max_completion_tokens"));
    }

    private void speech(List<String> sentences) {
        List<SeenRequest> requests = server.log().of(Stage.SPEECH);
        assertEquals(sentences, requests.stream().map(request -> request.field("input"))
                .filter(input -> !language.thinkingAloud().contains(input)) // asked for where a computer is slow
                .toList());
        for (SeenRequest request : requests) {
            assertEquals("gpt-4o-mini-tts", request.field("model"));
            assertEquals(mode.voice(), request.field("voice"));
            assertEquals(mode.speakingInstructionsFor(language), request.field("instructions"));
            assertEquals("mp3", request.field("response_format"));
            assertTrue(request.hasEnded());
        }
    }
}
