package org.vivavoce.offline;

import java.io.IOException;

/** Answers the requests at one path. Any thread; several requests at once. */
interface Endpoint {

    /** GET or POST. */
    String method();

    /**
     * Answers one request.
     *
     * @throws RequestException when it cannot be answered; thrown before anything of the answer was sent
     * @throws IOException      when the client has gone
     */
    void answer(Call call) throws RequestException, IOException;
}
