package org.vivavoce.openai.testing;

import java.io.IOException;
import java.util.Optional;

/** Answers the requests of one stage. Thread-safe; called on the answering thread of a connection. */
interface StageAnswer {

    /** What is in a request, for the log. */
    SeenRequest.Content read(HttpRequest request) throws IOException;

    /** The content type of a healthy answer. */
    String contentType();

    /**
     * Answers in the time that the script's delays ask for.
     *
     * @param fault what goes wrong after the answer has begun
     */
    void answer(SeenRequest request, Exchange exchange, Optional<Fault.Kind> fault)
            throws IOException, InterruptedException;
}
