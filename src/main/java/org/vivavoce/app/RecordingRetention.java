package org.vivavoce.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.store.Recordings;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;

/** Deletes recordings that are older than the user wants to keep them. In the background, once a start. */
final class RecordingRetention {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingRetention.class);

    private RecordingRetention() {}

    /** @param days how long they are kept; 0 for ever */
    static void apply(Optional<Store> store, Path recordings, int days, Clock clock) {
        if (store.isEmpty() || days == 0) {
            return;
        }
        try {
            int deleted = new Recordings(store.get(), recordings)
                    .deleteBegunBefore(clock.instant().minus(Duration.ofDays(days)));
            if (deleted > 0) {
                LOG.info("Recordings of {} conversations were older than {} days and are deleted", deleted, days);
            }
        } catch (StoreException e) { // tried again at the next start
            LOG.warn("Old recordings could not be deleted: {}, code {}", e.problem().kind(), e.problem().code());
        }
    }
}
