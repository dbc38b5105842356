package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.EndCalendar;
import org.vivavoce.models.ModelCatalog;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.openai.ModelList;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.settings.KnownEnds;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings.Endpoint;
import org.vivavoce.settings.Settings.Endpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The ends of models, read from a real server on this computer on days that the test sets. */
class ModelCalendarTest {

    private static final Optional<String> KEY = Optional.of("sk-1");

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Day day = new Day();
    private LocalOpenAi server;
    private ServicePreset preset;

    @BeforeEach
    void start() throws IOException {
        server = new LocalOpenAi();
        Endpoint here = new Endpoint(server.baseUrl(), "");
        preset = ServicePresets.withOwn(ServicePresets.load().byId(ServicePresets.OPENAI).orElseThrow(),
                new Endpoints(here, here, here));
    }

    @AfterEach
    void stop() {
        server.close();
        background.close();
    }

    /** Reads its file anew, as at a start of the program. */
    private ModelCalendar calendar() {
        return new ModelCalendar(new EndCalendar(ModelCatalog.builtIn()),
                new KnownEnds(folder.resolve("model-ends.toml")), day,
                (url, key) -> new ModelList(new ServiceEndpoint(url, key, ""), background).ends(new Cancellation()));
    }

    private int lists() {
        return (int) server.log().all().stream().filter(request -> request.http().path().endsWith("/models")).count();
    }

    @Test
    void theServersOwnDatesAreReadOnceADayAndKept() {
        server.script().shutdownDates(Map.of("gpt-4o-mini", "2026-12-24"));
        assertEquals(List.of(), calendar().known(preset));

        ModelEnd end = new ModelEnd(Stage.CHAT, "gpt-4o-mini", LocalDate.of(2026, 12, 24), false, Optional.empty());
        assertEquals(List.of(end), calendar().asked(preset, KEY));
        assertEquals("Bearer sk-1", server.log().all().getFirst().header("authorization"));
        assertEquals(List.of(end), calendar().asked(preset, KEY));
        assertEquals(List.of(end), calendar().known(preset));
        assertEquals(1, lists(), "three services at one address, asked once");

        day.next();
        calendar().asked(preset, KEY);
        assertEquals(2, lists());
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftAloneUntilTheNextDay() throws IOException {
        server.close();
        List<String> asked = new ArrayList<>();
        ModelCalendar calendar = new ModelCalendar(new EndCalendar(ModelCatalog.builtIn()),
                new KnownEnds(folder.resolve("model-ends.toml")), day, (url, key) -> {
                    asked.add(url);
                    return new ModelList(new ServiceEndpoint(url, key, ""), background).ends(new Cancellation());
                });

        assertEquals(List.of(), calendar.asked(preset, KEY));
        assertEquals(List.of(), calendar.asked(preset, KEY));
        assertEquals(1, asked.size());
    }

    @Test
    void aListThatIsNoneIsNoTrouble() {
        server.script().models("whisper-1");
        server.script().shutdownDates(Map.of("whisper-1", "soon"));

        assertEquals(List.of(), calendar().asked(preset, KEY));
    }

    @Test
    void withoutAKeyWhereOneIsNeededNobodyIsAsked() {
        assertEquals(List.of(), calendar().asked(preset, Optional.empty()));
        assertEquals(0, lists());
    }

    @Test
    void theBuiltInPartnerIsNotAskedAndDoesNotEnd() {
        ServicePreset offline = ServicePresets.load().byId(ServicePresets.OFFLINE).orElseThrow();

        assertEquals(List.of(), calendar().asked(offline, Optional.empty()));
    }

    @Test
    void whatTheProgramKnowsHoldsForOpenAisOwnServers() {
        ServicePreset openai = ServicePresets.load().byId(ServicePresets.OPENAI).orElseThrow();

        assertEquals(List.of("gpt-4o-mini", "gpt-4o-mini-tts"),
                calendar().known(openai).stream().map(ModelEnd::model).toList());
    }

    @Test
    void dismissingHoldsForTheDay() {
        calendar().dismiss();
        assertTrue(calendar().isDismissed());
        day.next();
        assertFalse(calendar().isDismissed());
    }

    /** A clock that stands at noon of a day, 21 November 2026 at first. */
    private static final class Day extends Clock {
        private Instant now = Instant.parse("2026-11-21T12:00:00Z");

        void next() {
            now = now.plus(Duration.ofDays(1));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the day is the same everywhere in a test");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
