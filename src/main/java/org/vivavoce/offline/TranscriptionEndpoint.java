package org.vivavoce.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /v1/audio/transcriptions}: there is no recogniser, so the text tells how the utterance was spoken, see
 * {@link Delivery}; it is empty when nobody speaks. Any thread.
 */
final class TranscriptionEndpoint implements Endpoint {

    private static final List<String> FORMATS = List.of("", "json", "text", "verbose_json");

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public void answer(Call call) throws RequestException, IOException {
        Form form = Form.parse(call.contentType(), call.body());
        byte[] file = form.bytes("file").orElseThrow(() -> RequestException.malformed("The part file is missing."));
        if (file.length > Call.MOST_BYTES) {
            throw RequestException.tooLarge(Call.MOST_BYTES);
        }
        if (form.text("model").isEmpty()) {
            throw RequestException.malformed("The part model is missing.");
        }
        String format = form.text("response_format");
        if (!FORMATS.contains(format)) {
            throw RequestException.malformed("The response_format must be json, verbose_json or text.");
        }
        Optional<Delivery> delivery = measure(file);
        String text = delivery.map(Delivery::print).orElse("");
        if (format.equals("text")) {
            try (OutputStream out = call.stream("text/plain; charset=utf-8")) {
                out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        ObjectNode node = call.json().createObjectNode().put("text", text);
        if (format.equals("verbose_json")) {
            node.put("task", "transcribe").put("language", form.text("language"));
            node.put("duration", delivery.map(Delivery::seconds).orElse(0.0)).putArray("segments");
        }
        call.reply(200, node);
    }

    private static Optional<Delivery> measure(byte[] file) throws RequestException, IOException {
        try {
            return DeliveryMeter.measure(new WavStream(new ByteArrayInputStream(file)));
        } catch (WavStream.NotWavException e) {
            throw RequestException.malformed("The built-in partner takes WAV files of 16-bit PCM only; in this file "
                    + e.getMessage() + ".");
        }
    }
}
