package org.vivavoce.ui.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.ScriptedArchive;
import org.vivavoce.ui.ScriptedProgram;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SessionWordsTest {

    private final SessionWords words = new SessionWords(
            new Program.Practice(ScriptedProgram.modes(), ScriptedProgram.languages()), new Texts(),
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("Europe/Berlin")));

    private static SessionRecord session(String mode, String language, String title) {
        return new SessionRecord(
                new NewSession(ScriptedArchive.id(1), mode, "Debate", language, Instant.parse("2026-11-20T23:30:00Z")),
                Optional.empty(), title, List.of(), 2, Duration.ofMinutes(3));
    }

    private String when(String time) {
        return words.when(Instant.parse(time));
    }

    @Test
    void aDayIsNamedAsOneWouldToday() {
        assertEquals("Today, 0:30", when("2026-11-21T23:30:00Z"));
        assertEquals("Yesterday, 23:59", when("2026-11-21T22:59:00Z"));
        assertEquals("Monday, 9:05", when("2026-11-16T08:05:00Z"));
        assertEquals("15 November", when("2026-11-15T08:05:00Z"));
        assertEquals("31 December 2025", when("2025-12-31T12:00:00Z"));
        assertEquals("23 November", when("2026-11-23T12:00:00Z"));
    }

    @Test
    void aLengthIsRough() {
        assertEquals("40\u00a0s", words.length(Duration.ofSeconds(40)));
        assertEquals("24\u00a0min", words.length(Duration.ofSeconds(24 * 60 + 59)));
        assertEquals("1\u00a0h 12\u00a0min", words.length(Duration.ofMinutes(72)));
    }

    @Test
    void aConversationIsNamedByItsTitleOrByWhatWasPractised() {
        assertEquals("Interview", words.name(session("interview", "en", "")));
        assertEquals("Language · Spanish", words.name(session("language", "es", "")));
        assertEquals("Second try", words.name(session("interview", "en", "Second try")));
        assertEquals("Free chat", words.name(session("chat", "", "")));
        assertEquals("1\u00a0message", words.messages(1));
    }

    @Test
    void aModeThatIsThereNoMoreKeepsItsName() {
        assertEquals("Debate · English", words.practised(session("debate", "en", "")));
        assertEquals("Partner", words.partner(session("debate", "en", "")));
        assertEquals("Alex", words.partner(session("interview", "en", "")));
    }

    @Test
    void aFileIsNamedWithoutWhatNamesOfFilesCannotHold() {
        assertEquals("Language Spanish 2026-11-21", words.fileName(session("language", "es", "")));
        assertEquals("C TCP IP, again 2026-11-21", words.fileName(session("chat", "", "C:\\TCP/IP, again?")));
    }
}
