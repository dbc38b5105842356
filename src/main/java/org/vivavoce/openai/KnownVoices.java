package org.vivavoce.openai;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks a server that has just refused a voice which it has, see {@link VoiceList}. Thread-safe; blocks. */
final class KnownVoices {

    private final ServiceEndpoint endpoint;
    private final HttpTransport transport;

    KnownVoices(ServiceEndpoint endpoint, HttpTransport transport) {
        this.endpoint = endpoint;
        this.transport = transport;
    }

    /** The voices by their names, in the server's order; empty where there is no list. */
    List<String> ask(OpenCall call) {
        Optional<String> url = endpoint.url();
        if (url.isEmpty()) {
            return List.of();
        }
        try {
            return VoiceList.names(transport.get(url.get() + VoiceList.PATH, endpoint.sentKey(), call),
                    endpoint.model());
        } catch (IOException | RuntimeException e) {
            return List.of(); // only a help: the refusal that led here is told anyway
        }
    }
}
