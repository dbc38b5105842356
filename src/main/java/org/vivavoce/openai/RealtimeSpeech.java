package org.vivavoce.openai;

import java.util.HashSet;
import java.util.Set;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.models.Abilities;
import org.vivavoce.openai.realtime.HintFields;
import org.vivavoce.openai.realtime.RealtimeService;
import org.vivavoce.openai.realtime.RealtimeSpeechToText;
import org.vivavoce.openai.realtime.RealtimeTextToSpeech;

/** Makes the voice and the recogniser of endpoints whose models are reached over a socket. Functions without state. */
final class RealtimeSpeech {

    private RealtimeSpeech() {}

    /** @param listener is told of other words and other voices than those asked for */
    static RealtimeTextToSpeech voice(ServiceEndpoint endpoint, HttpTransport transport, VoiceListener listener) {
        RealtimeErrors errors = new RealtimeErrors(Stage.SPEECH, endpoint, transport);
        return new RealtimeTextToSpeech(new RealtimeService(transport.sockets(),
                () -> RealtimeHandshake.speaking(endpoint), endpoint.model(), errors, transport.stallLimit(),
                System::nanoTime), listener);
    }

    static RealtimeSpeechToText recogniser(ServiceEndpoint endpoint, HttpTransport transport) {
        RealtimeErrors errors = new RealtimeErrors(Stage.TRANSCRIPTION, endpoint, transport);
        return new RealtimeSpeechToText(new RealtimeService(transport.sockets(),
                () -> RealtimeHandshake.hearing(endpoint), endpoint.model(), errors, transport.stallLimit(),
                System::nanoTime), fields(endpoint));
    }

    /** The fields in which a recogniser takes hints. */
    static HintFields fields(ServiceEndpoint endpoint) {
        Abilities.Transcribing takes = endpoint.abilities().transcribing();
        Set<String> names = new HashSet<>();
        names.add(takes.languageList() ? HintFields.LANGUAGES : HintFields.LANGUAGE);
        if (takes.keywords()) {
            names.add(HintFields.KEYWORDS);
        }
        if (takes.prompt()) {
            names.add(HintFields.PROMPT);
        }
        return new HintFields(names);
    }
}
