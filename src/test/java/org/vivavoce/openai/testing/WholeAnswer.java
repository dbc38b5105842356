package org.vivavoce.openai.testing;

import java.io.IOException;
import java.util.Map;

/**
 * An answer that goes out in one piece. A value.
 *
 * @param status      the HTTP status
 * @param contentType what the server says it is
 * @param body        all of it
 */
record WholeAnswer(int status, String contentType, byte[] body) {

    static WholeAnswer json(int status, String body) {
        return new WholeAnswer(status, "application/json", Answers.utf8(body));
    }

    static WholeAnswer text(int status, String body) {
        return new WholeAnswer(status, "text/plain; charset=utf-8", Answers.utf8(body));
    }

    void send(Exchange exchange) throws IOException {
        exchange.answer(status, contentType, Map.of(), body);
    }
}
