package org.vivavoce.openai.realtime;

import java.time.Duration;
import java.util.function.LongSupplier;
import okhttp3.Request;
import okhttp3.WebSocket;
import org.vivavoce.ai.ServiceException;

/**
 * Where a Realtime service is and how it is spoken to. A value.
 *
 * @param sockets    makes the connections
 * @param handshake  address with the model, and the key
 * @param model      name of the model
 * @param failures   turns what goes wrong
 * @param stallLimit how long silence is borne while an answer is due
 * @param nanoTime   a clock that never goes back
 */
public record RealtimeService(WebSocket.Factory sockets, Handshake handshake, String model, RealtimeFailures failures,
        Duration stallLimit, LongSupplier nanoTime) {

    /** What a connection begins with. */
    @FunctionalInterface
    public interface Handshake {

        /** The request for a socket; fails where what the user typed is no address or no key. */
        Request request() throws ServiceException;
    }

    @Override
    public String toString() {
        return "RealtimeService[" + model + "]"; // the handshake holds the key
    }
}
