package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.api.ApiOptions;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.models.EndCalendar;
import org.vivavoce.openai.ModelList;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.WarmUp;
import org.vivavoce.settings.KnownEnds;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.Store;

/** The program: everything built once, in order, and closed in reverse. Made and closed on the main thread. */
public final class VivaVoce implements AutoCloseable {

    private final AppThreads threads = new AppThreads();
    private final Foundation foundation;
    private final OfflinePartner partner;
    private final Purse purse;
    private final ConversationMaker conversations;
    private final ModelCalendar calendar;

    /** @param data the data folder; empty for the default of this system */
    public VivaVoce(Optional<Path> data) {
        foundation = new Foundation(data, threads);
        partner = new OfflinePartner(threads);
        purse = new Purse(foundation.models(), foundation.spent(), threads.background());
        conversations = new ConversationMaker(foundation, threads, partner, purse);
        calendar = new ModelCalendar(new EndCalendar(foundation.models()),
                new KnownEnds(foundation.folder().modelEndsFile()), Clock.system(ZoneId.systemDefault()),
                (url, key) -> new ModelList(new ServiceEndpoint(url, key, ""), threads.background())
                        .ends(new Cancellation()));
    }

    /** Loads in the background what the first turn needs: the first call ever costs seconds otherwise. */
    public void warmUp() {
        threads.startAside("warm-up-services", new WarmUp());
        threads.startAside("warm-up-decoder", StreamingSpeechDecoder::warmUp);
        threads.recording().execute(() -> RecordingRetention.apply(foundation.kept().store(),
                foundation.folder().recordings(), foundation.settings().recordings().keepDays(),
                foundation.kept().clock()));
    }

    /** Settings, keys, modes, languages. */
    public Foundation foundation() {
        return foundation;
    }

    /** Makes conversations. */
    public ConversationMaker conversations() {
        return conversations;
    }

    /**
     * Starts the HTTP interface for other programs; closed before this.
     *
     * @param store     where its conversations are kept
     * @param settings  what holds at any moment
     * @param tokenFile is written for its clients
     * @throws IOException when the port cannot be had
     */
    public Serving serve(Store store, Supplier<Settings> settings, ApiOptions options, Path tokenFile)
            throws IOException, Serving.NoTokenFileException {
        return Serving.start(new ServedConversations(foundation, threads, conversations, purse, store, settings),
                options, tokenFile, threads);
    }

    /** Tries services. */
    public ServiceProbe probe() {
        return new ServiceProbe(conversations.services()::trial, conversations.services()::voices);
    }

    /** Which models end soon. */
    public ModelCalendar calendar() {
        return calendar;
    }

    /** The built-in partner. */
    public OfflinePartner partner() {
        return partner;
    }

    /** The threads. */
    public AppThreads threads() {
        return threads;
    }

    @Override
    public void close() {
        partner.close();
        threads.close();
        foundation.kept().close();
    }
}
