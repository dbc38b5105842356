package org.vivavoce.openai.testing;

import java.io.IOException;

/** The server's side of one socket, from its first event to its last. */
interface RealtimeTalk {

    /** The socket is open. */
    void begin() throws IOException;

    /** Takes a text of the client; on the reading thread. */
    void take(String text);

    /** The client has gone, or the socket was closed. */
    void end();
}
