package org.vivavoce.app;

import java.util.Locale;
import java.util.Set;
import org.vivavoce.openai.ServerMemory;
import org.vivavoce.settings.LearnedServers;

/** The memory of the servers, in the file of the data folder. Thread-safe. */
record RememberedServers(LearnedServers learned) implements ServerMemory {

    @Override
    public Set<String> refusedBy(Service service) {
        return learned.refused(named(service));
    }

    @Override
    public void keep(Service service, Set<String> refused) {
        learned.keep(named(service), refused);
    }

    /** The service is about to be asked anew. */
    void forget(Service service) {
        learned.forget(named(service));
    }

    private static LearnedServers.Server named(Service service) {
        return new LearnedServers.Server(service.address(), service.model(),
                service.stage().name().toLowerCase(Locale.ROOT));
    }
}
