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
    private final Models models;

    /**
     * The models that are asked.
     *
     * @param recogniser speech-to-text
     * @param chat       the chat model
     * @param voice      text-to-speech
     */
    record Models(String recogniser, String chat, String voice) {

        /** Those of the presets {@code openai} and {@code local}. */
        static final Models OF_PRESETS = new Models("whisper-1", "gpt-4o-mini", "gpt-4o-mini-tts");
    }

    RequestChecks(LocalOpenAi server, String mode, String language, Models models) {
        this.server = server;
        this.mode = ModeCatalog.builtIn().find(mode).orElseThrow();
        this.language = LanguageCatalog.builtIn().find(language).orElseThrow();
        this.models = models;
    }

    /** After one undisturbed turn an utterance. */
    void check(List<Utterance> utterances, List<String> replies) {
        transcriptions(utterances.size());
        history(server, mode.systemPromptFor(language), utterances, replies);
        server.log().of(Stage.CHAT).forEach(this::chat);
        speech(replies.stream().flatMap(reply -> Sentences.of(reply).stream()).toList());
    }

    /** Each request to the chat model holds all that was said before. */
    static void history(LocalOpenAi server, String systemPrompt, List<Utterance> utterances, List<String> replies) {
        List<SeenRequest> chats = SentOnce.of(server.log().of(Stage.CHAT));
        assertEquals(utterances.size(), chats.size());
        List<String> messages = new ArrayList<>(List.of("system: " + systemPrompt));
        for (int turn = 0; turn < utterances.size(); turn++) {
            messages.add("user: " + utterances.get(turn).text());
            assertEquals(messages, chats.get(turn).messages());
            messages.add("assistant: " + replies.get(turn));
        }
    }

    private void transcriptions(int count) {
        List<SeenRequest> requests = SentOnce.of(server.log().of(Stage.TRANSCRIPTION));
        assertEquals(count, requests.size());
        for (SeenRequest request : requests) {
            assertEquals(models.recogniser(), request.field("model"));
            assertEquals(mode.recogniserLanguage(language).orElse(""), request.field("language"));
            assertEquals("json", request.field("response_format"));
            assertEquals("", request.field("prompt"));
        }
    }

    private void chat(SeenRequest request) {
        assertEquals(models.chat(), request.field("model"));
        assertEquals("true", request.field("stream"));
        assertEquals(mode.temperature(), Double.parseDouble(request.field("temperature")));
        assertEquals(String.valueOf(mode.maxTokens()), request.field("max_completion_tokens"));
    }

    private void speech(List<String> sentences) {
        List<SeenRequest> requests = SentOnce.of(server.log().of(Stage.SPEECH));
        assertEquals(sentences, requests.stream().map(request -> request.field("input"))
                .filter(input -> !language.thinkingAloud().contains(input)) // asked for where a computer is slow
                .toList());
        for (SeenRequest request : requests) {
            assertEquals(models.voice(), request.field("model"));
            assertEquals(mode.voice(), request.field("voice"));
            assertEquals(mode.speakingInstructionsFor(language), request.field("instructions"));
            assertEquals("mp3", request.field("response_format"));
            assertTrue(request.hasEnded());
        }
    }
}
