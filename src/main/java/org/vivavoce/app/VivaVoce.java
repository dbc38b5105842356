package org.vivavoce.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.models.EndCalendar;
import org.vivavoce.openai.ModelList;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.WarmUp;
import org.vivavoce.settings.KnownEnds;

/** The program: everything built once, in order, and closed in reverse. Made and closed on the main thread. */
public final class VivaVoce implements AutoCloseable {

    private final AppThreads threads = new AppThreads();
    private final Foundation foundation;
    private final OfflinePartner partner;
    private final ConversationMaker conversations;
    private final ModelCalendar calendar;

    /** @param data the data folder; empty for the default of this system */
    public VivaVoce(Optional<Path> data) {
        foundation = new Foundation(data, threads);
        partner = new OfflinePartner(threads);
        conversations = new ConversationMaker(foundation, threads, partner,
                new Purse(foundation.models(), foundation.spent(), threads.background()));
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
