package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/audio/transcriptions}. Thread-safe. */
final class TranscriptionAnswer implements StageAnswer {

    private static final MultipartForm.Part NO_FILE = new MultipartForm.Part(new byte[0], "", "");

    private final Script script;

    TranscriptionAnswer(Script script) {
        this.script = script;
    }

    @Override
    public SeenRequest.Content read(HttpRequest request) {
        MultipartForm form = MultipartForm.parse(request.headers().getOrDefault("content-type", ""), request.body());
        MultipartForm.Part file = form.files().getOrDefault("file", NO_FILE);
        return new SeenRequest.Content(Map.copyOf(form.fields()), MissingNode.getInstance(), file.bytes(),
                file.fileName(),
                file.contentType());
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    private String transcription(SeenRequest request, String understood, boolean wrong) {
        String text = script.nextTranscript(request, understood, wrong);
        double seconds = AudioLength.of(request.content().audio()).toMillis() / 1000.0;
        return request.field("response_format").equals("verbose_json")
                ? Answers.transcriptionInDetail(text, seconds, script.noSpeechProbabilities())
                : Answers.transcription(text);
    }

    @Override
    public void answer(SeenRequest request, Exchange exchange, Optional<Fault.Kind> fault)
            throws IOException, InterruptedException {
        if (request.content().audio().length == 0) {
            exchange.answer(400, contentType(), Map.of(), Answers.utf8(Answers.error("No file was sent.", "", "file")));
            return;
        }
        Delays.Transcription delays = script.delays().transcription();
        long perSecond = delays.perSecond().toNanos() * request.audioLength().toMillis() / 1000;
        String understood = script.understood(request);
        exchange.pauseUntil(request.times().arrived() + delays.base().toNanos() + perSecond);
        Optional<WholeAnswer> own = RecogniserManners.answer(script.manners(), request, understood);
        if (own.isPresent() && fault.isEmpty()) {
            own.get().send(exchange);
            return;
        }
        byte[] body = Answers.utf8(transcription(request, understood, fault.isPresent()));
        byte[] half = Arrays.copyOf(body, body.length / 2);
        if (fault.isEmpty()) {
            exchange.answer(200, contentType(), Map.of(), body);
        } else if (fault.get() == Fault.Kind.INVALID_JSON) {
            exchange.answer(200, contentType(), Map.of(), half);
        } else {
            exchange.beginLonger(contentType(), body.length);
            exchange.send(half);
            PlainFaults.inStream(exchange, fault.get());
        }
    }
}
