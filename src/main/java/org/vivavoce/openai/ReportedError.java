package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Tells an error that a server sends with status 200 from an answer; LM Studio does so for paths it does not have. Functions without
 * state; blocks until the first byte of the answer is there, and until all of it is where that is an object.
 */
final class ReportedError {

    /** Errors are shorter; of longer answers as much is looked at. */
    private static final long LIMIT_BYTES = 16 * 1024;

    private ReportedError() {}

    /** Whether the answer is an object with an error and nothing that was asked for. Takes nothing from it. */
    static boolean is(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (!source.request(1) || source.getBuffer().getByte(0) != '{') {
            return false;
        }
        source.request(LIMIT_BYTES);
        long length = Math.min(source.getBuffer().size(), LIMIT_BYTES);
        JsonNode answer = parsed(source.peek().readString(length, StandardCharsets.UTF_8));
        return answer.hasNonNull("error") && !answer.has("text") && !answer.has("choices");
    }

    private static JsonNode parsed(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            return MissingNode.getInstance(); // whoever reads the answer finds out
        }
    }
}
