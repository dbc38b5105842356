package org.vivavoce.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.EndCalendar;
import org.vivavoce.models.EndCalendar.InUse;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.settings.KnownEnds;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.Settings;

/**
 * Which models of a preset end soon, by what their servers say and else by what the program knows. Thread-safe. A server is asked at
 * most once a day, also where it does not answer.
 */
public final class ModelCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCalendar.class);

    private final EndCalendar calendar;
    private final KnownEnds known;
    private final Clock clock;
    private final Server server;

    /** A server that can be asked. */
    @FunctionalInterface
    interface Server {
        /** Blocks; the days on which its models end. */
        Map<String, LocalDate> ends(String baseUrl, String key) throws ServiceException;
    }

    /**
     * Nothing is asked yet.
     *
     * @param known what servers said before
     * @param clock tells the day
     */
    ModelCalendar(EndCalendar calendar, KnownEnds known, Clock clock, Server server) {
        this.calendar = calendar;
        this.known = known;
        this.clock = clock;
        this.server = server;
    }

    /** The ends by what is known already. Returns at once. */
    public List<ModelEnd> known(ServicePreset preset) {
        return calendar.near(inUse(preset), known::end, today());
    }

    /**
     * The ends, after the servers were asked that were not asked today. Blocks, up to half a minute where a server is silent; one call at a
     * time, so that nobody is asked twice.
     *
     * @param key the key of the preset; where it needs one and there is none, nobody is asked
     */
    public synchronized List<ModelEnd> asked(ServicePreset preset, Optional<String> key) {
        if (key.isPresent() || !preset.needsKey()) {
            inUse(preset).stream().map(InUse::baseUrl).distinct().filter(url -> !known.wasAsked(url, today()))
                    .forEach(url -> ask(url, key.orElse("")));
        }
        return known(preset);
    }

    private void ask(String baseUrl, String key) {
        try {
            known.keep(baseUrl, today(), server.ends(baseUrl, key));
        } catch (ServiceException e) {
            LOG.info("The list of models could not be read: {}", e.getClass().getSimpleName());
            known.keepSilence(baseUrl, today());
        }
    }

    /** Whether the user wants to hear no more of it today. */
    boolean isDismissed() {
        return known.isDismissed(today());
    }

    /** The user wants to hear no more of it today. */
    void dismiss() {
        known.dismiss(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The built-in partner has no address, and no end. */
    private static List<InUse> inUse(ServicePreset preset) {
        return Arrays.stream(Stage.values()).map(stage -> inUse(stage, ServiceParts.of(preset, stage)))
                .filter(one -> !one.baseUrl().isEmpty()).toList();
    }

    private static InUse inUse(Stage stage, Settings.Endpoint endpoint) {
        return new InUse(stage, endpoint.baseUrl(), endpoint.model());
    }
}
