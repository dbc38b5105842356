package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.models.audio.AudioResponseFormat;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechToText;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Transcript;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.models.Abilities;

/**
 * Speech-to-text at {@code /audio/transcriptions}. Thread-safe; blocks the calling {@code reply-*} thread. The request has the form
 * that the model takes: see {@link Abilities.Transcribing}. Where the service is known to tell how likely nothing was said, it is asked
 * for that too.
 */
final class OpenAiSpeechToText implements SpeechToText {

    private static final String PROMPT = "prompt";
    private static final String LANGUAGE = "language";
    private static final String LANGUAGES = "languages";
    private static final String KEYWORDS = "keywords";
    private static final String RESPONSE_FORMAT = "response_format";
    private static final String DETAILS = RESPONSE_FORMAT + "=verbose_json";

    private final ObjectMapper json = new ObjectMapper();
    private final ServiceClient service;
    private final boolean details;
    private final Abilities.Transcribing takes;

    OpenAiSpeechToText(ServiceEndpoint endpoint, HttpTransport transport, ServerMemory memory) {
        this(endpoint, transport, memory, endpoint.transcribesInDetail());
    }

    /** @param details whether the service takes {@code verbose_json}; others answer it with errors, or with other fields */
    OpenAiSpeechToText(ServiceEndpoint endpoint, HttpTransport transport, ServerMemory memory, boolean details) {
        this.details = details;
        this.takes = endpoint.abilities().transcribing();
        this.service = new ServiceClient(Stage.TRANSCRIPTION, endpoint, transport,
                List.of(DETAILS, PROMPT, LANGUAGE, LANGUAGES, KEYWORDS, RESPONSE_FORMAT), memory);
    }

    /** The optional fields that the service is known to refuse. */
    Set<String> leftOut() {
        return service.leftOut();
    }

    @Override
    public Transcript transcribe(TranscriptionRequest request, Cancellation cancellation) throws ServiceException {
        try (OpenCall call = service.open(cancellation)) {
            return service.send(call, List.of(request.prompt()), (sdk, fields) -> {
                try (HttpResponse response = sdk.audio().transcriptions().withRawResponse()
                        .create(parameters(request, fields, call.token()))) {
                    return read(response.body());
                }
            });
        }
    }

    private TranscriptionCreateParams parameters(TranscriptionRequest request, OptionalFields.Choice fields,
            String token) {
        EncodedAudio audio = request.audio();
        // Without a file name and a content type services do not know what kind of file it is.
        MultipartField<InputStream> file = MultipartField.<InputStream>builder()
                .value(new ByteArrayInputStream(audio.bytes()))
                .filename(audio.format().fileName()).contentType(audio.format().contentType()).build();
        TranscriptionCreateParams.Builder parameters = TranscriptionCreateParams.builder().file(file)
                .model(service.model())
                .putAdditionalHeader(CallControl.HEADER, token);
        if (fields.sends(RESPONSE_FORMAT)) {
            parameters.responseFormat(details && fields.sends(DETAILS)
                    ? AudioResponseFormat.VERBOSE_JSON
                    : AudioResponseFormat.JSON);
        }
        if (takes.languageList() && fields.sends(LANGUAGES)) {
            request.languageCode().ifPresent(parameters::addLanguage);
        } else if (!takes.languageList() && fields.sends(LANGUAGE)) {
            request.languageCode().ifPresent(parameters::language);
        }
        if (takes.keywords() && fields.sends(KEYWORDS) && !request.keywords().isEmpty()) {
            parameters.keywords(request.keywords());
        }
        if (takes.prompt() && fields.sends(PROMPT) && !request.prompt().isBlank()) {
            parameters.prompt(request.prompt());
        }
        return parameters.build();
    }

    /** Reads the text, and how likely nothing was said; servers differ in all else that stands beside it. */
    private Transcript read(InputStream body) throws IOException, ServiceException {
        JsonNode answer = json.readTree(body);
        JsonNode text = answer.path("text");
        if (!text.isTextual()) {
            throw service.badReply("it holds no text");
        }
        return new Transcript(text.asText().strip(), noSpeechProbability(answer.path("segments")));
    }

    private static OptionalDouble noSpeechProbability(JsonNode segments) {
        return StreamSupport.stream(segments.spliterator(), false).map(segment -> segment.path("no_speech_prob"))
                .filter(JsonNode::isNumber).mapToDouble(JsonNode::asDouble).min();
    }
}
