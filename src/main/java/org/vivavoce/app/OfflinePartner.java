package org.vivavoce.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vivavoce.offline.BuiltInPartner;
import org.vivavoce.offline.VoicesOfThisComputer;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.QuestionCatalog;

/** The built-in partner, started when it is first needed and kept until the program ends. Thread-safe. */
public final class OfflinePartner implements AutoCloseable {

    private final AppThreads threads;
    private @Nullable BuiltInPartner running; // guarded by this

    public OfflinePartner(AppThreads threads) {
        this.threads = threads;
    }

    /**
     * The address of its API.
     *
     * @throws IOException when no port can be had
     */
    public synchronized String url() throws IOException {
        BuiltInPartner partner = running;
        if (partner == null) {
            partner = start(0);
            running = partner;
        }
        return partner.baseUrl();
    }

    /**
     * Starts one on a port of its own, for other programs.
     *
     * @param port 0 for any free one
     */
    public BuiltInPartner start(int port) throws IOException {
        LanguageCatalog languages = LanguageCatalog.builtIn();
        return BuiltInPartner.start(port, threads.partner(), languages, QuestionCatalog.builtIn(languages),
                VoicesOfThisComputer.find(SystemProperty.of("os.name"), System.getenv()));
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
        }
    }
}
