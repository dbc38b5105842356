package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.SentenceSplitter;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.Wording;
import org.vivavoce.turn.TurnValues;

/**
 * What a conversation is to be.
 *
 * @param mode               the kind of practice
 * @param language           the language for the prompts and the opening
 * @param wording            reads what is said for how it is meant, in the languages that may be spoken
 * @param recogniserLanguage what the recogniser is told, ISO 639-1; empty to let it find out
 * @param turnValues         how the floor passes
 * @param classic            the web app's detector and serial pipeline instead of ours
 * @param opening            whether the partner speaks first
 * @param patient            whether services may take minutes, as servers do that load a model when they are first asked
 * @param earlier            what was said in an earlier conversation that goes on, oldest first
 * @param unheard            what the user said last in it and was not understood, oldest first: it is sent again and answered
 */
public record ConversationPlan(Mode mode, Language language, Wording wording,
        Optional<String> recogniserLanguage, TurnValues turnValues,
        boolean classic, boolean opening, boolean patient, List<Message> earlier,
        List<KeptUtterance> unheard) {

    public ConversationPlan {
        earlier = List.copyOf(earlier);
        unheard = List.copyOf(unheard);
    }

    /** A new conversation. */
    public ConversationPlan(Mode mode, Language language, Wording wording, Optional<String> recogniserLanguage,
            TurnValues turnValues, boolean classic, boolean opening, boolean patient) {
        this(mode, language, wording, recogniserLanguage, turnValues, classic, opening, patient, List.of(), List.of());
    }

    /** The same, with what is still to be understood. */
    public ConversationPlan withUnheard(List<KeptUtterance> utterances) {
        return new ConversationPlan(mode, language, wording, recogniserLanguage, turnValues, classic, opening, patient,
                earlier, utterances);
    }

    /** What the chat model is asked with the last messages of the conversation. */
    ChatRequest asking(List<Message> messages) {
        return new ChatRequest(mode.systemPromptFor(language), messages, mode.temperature(), mode.maxTokens());
    }

    /** A sentence of the partner that is to be spoken. */
    SpeechRequest speaking(String sentence) {
        return new SpeechRequest(sentence, mode.voice(), mode.alternateVoice(),
                mode.speakingInstructionsFor(language));
    }

    /** An utterance of the user that is to be understood, after a text. */
    TranscriptionRequest hearing(EncodedAudio audio, String textBefore) {
        return new TranscriptionRequest(audio, recogniserLanguage, textBefore, mode.keywords());
    }

    /** How the partner begins, as it is said. */
    List<String> openingSentences() {
        SentenceSplitter splitter = new SentenceSplitter();
        List<String> sentences = new ArrayList<>(splitter.add(mode.openingFor(language)));
        splitter.rest().ifPresent(sentences::add);
        return sentences;
    }
}
