package org.vivavoce.openai;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.vivavoce.ai.Stage;

/**
 * What is known of servers from earlier conversations: which optional fields of a request they refuse. Thread-safe; every method
 * returns at once, whatever the disk does.
 */
public interface ServerMemory {

    /** Remembers nothing. */
    ServerMemory NONE = new ServerMemory() {
        @Override
        public Set<String> refusedBy(Service service) {
            return Set.of();
        }

        @Override
        public void keep(Service service, Set<String> refused) {}
    };

    /**
     * One model of one server, and what it is asked for. A value that may be written down: it holds no key.
     *
     * @param address host, port and path; neither user nor password nor what stands behind a question mark
     * @param model   name of the model
     * @param stage   what it is asked for: fields of the same name are others elsewhere
     */
    record Service(String address, String model, Stage stage) {

        /** The service of an endpoint. */
        public static Service of(ServiceEndpoint endpoint, Stage stage) {
            String address = endpoint.url().map(URI::create)
                    .map(url -> url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                            + Objects.requireNonNullElse(url.getPath(), ""))
                    .orElse("");
            return new Service(address, endpoint.model(), stage);
        }
    }

    /** The fields that are left out from the first request on. */
    Set<String> refusedBy(Service service);

    /** A request succeeded without these fields: all that are known to be refused. */
    void keep(Service service, Set<String> refused);
}
