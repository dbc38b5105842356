package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collection;
import okhttp3.Response;
import org.vivavoce.ai.ServiceException;

/** Turns what goes wrong with a socket into the failures of {@code ai}. Thread-safe; does not block. */
public interface RealtimeFailures {

    /** The service answered the handshake with something else than a socket. Reads what is needed of the answer. */
    ServiceException refused(Response answer);

    /**
     * The service reported an error.
     *
     * @param error the {@code error} member of an event, or of a response's details
     * @param said  texts of the request that must not appear in the sentence
     */
    ServiceException reported(JsonNode error, Collection<String> said);

    /** The service closed the socket, saying why in its own words; mostly it says nothing. */
    ServiceException closed(String reason);

    /** The connection could not be made, or broke. */
    ServiceException broken(IOException reason);

    /** Nothing came for too long. */
    ServiceException silent();

    /** What came cannot be used. */
    ServiceException badReply(String what);

    /** The work was cancelled on purpose. */
    ServiceException cancelled();
}
