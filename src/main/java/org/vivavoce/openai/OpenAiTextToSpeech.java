package org.vivavoce.openai;

import com.openai.models.audio.speech.SpeechCreateParams;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TextToSpeech;
import org.vivavoce.models.Abilities;

/**
 * Text-to-speech at {@code /audio/speech}, streamed as MP3, with instructions where the model takes them. Thread-safe; blocks the calling
 * {@code reply-*} thread.
 */
final class OpenAiTextToSpeech implements TextToSpeech {

    private static final String INSTRUCTIONS = "instructions";
    private static final String RESPONSE_FORMAT = "response_format";

    private static final String VOICE = "voice";
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 422);

    private final ServiceClient service;
    private final KnownVoices voices;
    private final Abilities.Speaking takes;

    OpenAiTextToSpeech(ServiceEndpoint endpoint, HttpTransport transport, ServerMemory memory) {
        this.voices = new KnownVoices(endpoint, transport);
        this.takes = endpoint.abilities().speaking();
        this.service = new ServiceClient(Stage.SPEECH, endpoint, transport, List.of(INSTRUCTIONS, RESPONSE_FORMAT),
                memory);
    }

    /** The optional fields that the service is known to refuse. */
    Set<String> leftOut() {
        return service.leftOut();
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the stream that is returned closes it
    public SpeechStream speak(SpeechRequest request, Cancellation cancellation) throws ServiceException {
        OpenCall call = service.open(cancellation);
        try {
            return service.send(call, List.of(request.text(), request.instructions()),
                    (sdk, fields) -> OpenAiSpeechStream
                            .begin(sdk.audio().speech().create(parameters(request, fields, call.token())), service,
                                    call),
                    refused -> unknownVoice(refused, request.voice(), call));
        } catch (ServiceException | RuntimeException e) {
            call.close();
            throw e;
        }
    }

    /** A refusal that names the voice: the voices there are help to choose another. */
    private Optional<ServiceException> unknownVoice(HttpFailure refused, String voice, OpenCall call) {
        boolean named = refused.body().names(VOICE) || refused.body().names(voice);
        return REFUSALS.contains(refused.status()) && named
                ? Optional.of(new ServiceException.UnknownVoice(Stage.SPEECH, voice, voices.ask(call), refused))
                : Optional.empty();
    }

    private SpeechCreateParams parameters(SpeechRequest request, OptionalFields.Choice fields, String token) {
        SpeechCreateParams.Builder parameters = SpeechCreateParams.builder().model(service.model())
                .input(request.text())
                .voice(request.voice()).putAdditionalHeader(CallControl.HEADER, token);
        if (takes.instructions() && fields.sends(INSTRUCTIONS) && !request.instructions().isBlank()) {
            parameters.instructions(request.instructions());
        }
        if (fields.sends(RESPONSE_FORMAT)) {
            parameters.responseFormat(SpeechCreateParams.ResponseFormat.MP3);
        }
        return parameters.build();
    }
}
